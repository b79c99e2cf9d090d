package io.lintel.audit.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Collects findings, the first hundred with their words, and says whose signatures hold. Not thread-safe. */
final class ChainFindings {

    private static final int MOST = 100;

    private final List<PublicAuditKey> trusted;
    private final List<ChainFinding> findings = new ArrayList<>();
    private final Set<String> unknownKeys = new HashSet<>();
    private long found;

    ChainFindings(List<PublicAuditKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    void add(Fault fault, long first, long last, String text) {
        found++;
        if (findings.size() < MOST) {
            findings.add(new ChainFinding(fault, first, last, text));
        }
    }

    /** Whether one of the trusted keys has signed; if not, that is a finding. */
    boolean isSigned(byte[] statement, Signed signed, long first, long last, String what) {
        for (PublicAuditKey key : trusted) {
            if (key.isNamedBy(signed)) {
                boolean holds = key.hasSigned(statement, signed);
                if (!holds) {
                    add(Fault.FORGED, first, last, what + " is not what the key has signed");
                }
                return holds;
            }
        }
        String key = HexFormat.of().formatHex(signed.key());
        if (unknownKeys.add(key)) {
            add(Fault.UNKNOWN_KEY, first, last, what + " is signed by the key " + key + ", which is not the box's");
        }
        return false;
    }

    List<ChainFinding> findings() {
        return findings;
    }

    long count() {
        return found;
    }
}
