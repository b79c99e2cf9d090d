package io.lintel.audit.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.storage.Database;
import io.lintel.system.Counted;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The box's signed statement that it has deleted a person's data: for that person, who otherwise gets nothing in writing. It names nobody;
 * the log's row that it cites says who did it, and {@code verify-log.py} verifies it without the box. Arrays are not copied: do not change
 * them.
 *
 * @param person their number
 * @param at when, in milliseconds since 1970, UTC
 * @param templates how many templates there were
 * @param seq the log's row about the deletion
 * @param hash that row's hash, which all rows after it and all signatures of the log confirm
 * @param box the key that has signed
 */
public record DeletionCertificate(
        long person, long at, long templates, long seq, byte[] hash, PublicAuditKey box, Signed signed) {

    private static final HexFormat HEX = HexFormat.of();

    /** Signs what a row of the log says; empty where the row has no hash. */
    public static Optional<DeletionCertificate> sign(
            Database log, long person, long at, long templates, long seq, AuditKey key) {
        return ChainStore.hashOf(log, seq)
                .map(hash -> new DeletionCertificate(
                        person,
                        at,
                        templates,
                        seq,
                        hash,
                        key.publicKey(),
                        key.sign(statement(person, at, templates, seq, hash))));
    }

    private static byte[] statement(long person, long at, long templates, long seq, byte[] hash) {
        return Canonical.sha256("lintel.audit.deletion.1")
                .number(person)
                .number(at)
                .number(templates)
                .number(seq)
                .bytes(hash)
                .value(text(person, at, templates))
                .hash();
    }

    /** Whether the key that it names has signed what it says. */
    public boolean holds() {
        return box.isNamedBy(signed) && box.hasSigned(statement(person, at, templates, seq, hash), signed);
    }

    /** On one line, as {@code verify-log.py} reads it. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "deletion-certificate")
                .put("format", "lintel-deletion-certificate-1")
                .put("text", text(person, at, templates))
                .put("person", person)
                .put("at", at)
                .put("templates", templates)
                .put("seq", seq)
                .put("hash", HEX.formatHex(hash))
                .put("box", box.text())
                .put("key", HEX.formatHex(signed.key()))
                .put("signature", HEX.formatHex(signed.signature()));
        return json + "\n";
    }

    private static String text(long person, long at, long templates) {
        return "On " + Instant.ofEpochMilli(at) + " this box deleted person number " + person
                + ": name, note, consent, "
                + Counted.of(templates, "face template")
                + " with their pictures, PIN, groups and schedules. Rows of the log keep the"
                + " number until they reach their age.";
    }
}
