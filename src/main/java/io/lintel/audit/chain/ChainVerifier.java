package io.lintel.audit.chain;

import io.lintel.storage.Database;
import io.lintel.storage.StorageException;
import io.lintel.storage.StorageFault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the log against its chain, the chain against what was signed, and both against the head beside the database. Streams:
 * constant memory whatever the log's length. Changes nothing. For one use by one thread.
 */
public final class ChainVerifier implements LogVisitor {

    private final Database database;
    private final ChainFiles files;
    private final ChainFindings findings;
    private final @Nullable PublicAuditKey box;
    private @Nullable RowVerifier rows;
    private ChainStore.Place removed = new ChainStore.Place(0, RowHash.none());
    private long tombstones;
    private long checkpoints;
    private long checkpointId;
    private long signedTo;

    /** @param others keys to trust beside the box's own, such as one that it had before */
    public ChainVerifier(Database database, List<PublicAuditKey> others) {
        this.database = database;
        this.files = ChainFiles.beside(database.path());
        this.box = files.hasKey() ? files.readOrMakeKey().publicKey() : null;
        this.findings = new ChainFindings(
                Stream.concat(Stream.ofNullable(box), others.stream()).toList());
    }

    /** @param noted a row and its hash that were written down elsewhere; null for none */
    public ChainVerification verify(@Nullable NotedHash noted) {
        // Before the database is read: the log may have gone on meanwhile, never back.
        @Nullable ChainHead head = readHead();
        try {
            VerificationStore.Counters counters =
                    VerificationStore.readAll(database, this, head == null ? 0 : head.seq());
            compare(counters);
            if (head != null) {
                compare(head, counters.atHead());
            }
            if (noted != null) {
                compare(noted);
            }
        } catch (StorageException e) {
            if (e.fault() != StorageFault.DAMAGED) {
                throw e;
            }
            findings.add(Fault.DAMAGED, 0, 0, "the database file is damaged: " + e.getMessage());
        }
        RowVerifier seen = rows();
        return new ChainVerification(
                seen.rows(),
                seen.first(),
                seen.rows() == 0 ? 0 : seen.last(),
                HexFormat.of().formatHex(seen.hash()),
                signedTo,
                checkpoints,
                tombstones,
                seen.erased(),
                box == null ? "" : box.text(),
                findings.findings(),
                findings.count());
    }

    private RowVerifier rows() {
        RowVerifier begun = rows;
        if (begun == null) {
            begun = new RowVerifier(removed, findings);
            rows = begun;
        }
        return begun;
    }

    @Override
    public void damage(String what) {
        findings.add(Fault.DAMAGED, 0, 0, "the database file is damaged: " + what);
    }

    @Override
    public void tombstone(Tombstone stone) {
        tombstones++;
        String name = "the tombstone of rows " + stone.first() + " to " + stone.last();
        boolean signed = findings.isSigned(stone.statement(), stone.signed(), stone.first(), stone.last(), name);
        if (signed && (stone.first() != removed.seq() + 1 || !Arrays.equals(stone.before(), removed.hash()))) {
            findings.add(
                    Fault.FORGED, stone.first(), stone.last(), name + " does not follow what was deleted before it");
        }
        removed = new ChainStore.Place(stone.last(), stone.after());
    }

    @Override
    public void row(ChainedRow row, ChainStore.@Nullable Place chainedBefore) {
        rows().look(row, chainedBefore);
    }

    @Override
    public void checkpoint(ChainCheckpoint checkpoint, byte @Nullable [] hash) {
        String name = "checkpoint " + checkpoint.id();
        if (checkpoints > 0 && checkpoint.id() != checkpointId + 1) {
            findings.add(
                    Fault.FORGED, 0, 0, "the checkpoint before " + name + " is missing: there are only older ones");
        }
        checkpoints++;
        checkpointId = checkpoint.id();
        if (!findings.isSigned(checkpoint.statement(), checkpoint.signed(), checkpoint.seq(), checkpoint.seq(), name)) {
            return;
        }
        boolean isRemoved = checkpoint.seq() < removed.seq();
        byte[] there = checkpoint.seq() == removed.seq() ? removed.hash() : hash;
        if (there == null && checkpoint.seq() > rows().last()) {
            findings.add(
                    Fault.CUT_OFF,
                    rows().last() + 1,
                    checkpoint.seq(),
                    "%s covers row %d, the newest row is %d".formatted(name, checkpoint.seq(), rows().last()));
        } else if (!isRemoved && !Arrays.equals(there, checkpoint.hash())) {
            findings.add(
                    Fault.REWRITTEN,
                    signedTo + 1,
                    checkpoint.seq(),
                    "rows %d to %d are not those that %s has signed".formatted(signedTo + 1, checkpoint.seq(), name));
        } else {
            signedTo = Math.max(signedTo, checkpoint.seq());
        }
    }

    private void compare(VerificationStore.Counters counters) {
        long last = rows().last();
        long given = Math.max(counters.newestInChain(), counters.newestGiven());
        if (given > last) {
            findings.add(
                    Fault.CUT_OFF, last + 1, given, "rows " + (last + 1) + " to " + given + " are missing at the end");
        } else if (counters.newestGiven() < last) {
            findings.add(Fault.INDEX, 0, 0, "the next row would get a number that was given before");
        }
        if (counters.purgedTo() != removed.seq()) {
            findings.add(
                    Fault.FORGED,
                    removed.seq() + 1,
                    counters.purgedTo(),
                    "retention may delete up to row %d, the tombstones say %d"
                            .formatted(counters.purgedTo(), removed.seq()));
        }
        if (counters.clockSteps() != rows().clockSteps()) {
            findings.add(Fault.INDEX, 0, 0, "there are places in the log, for searches by time, of rows that are not");
        }
        for (Path aside : files.contradictions()) {
            findings.add(
                    Fault.CONTRADICTED,
                    0,
                    0,
                    "at a start the log did not continue what was signed: %s; after a restore that you made, delete that file"
                            .formatted(aside.getFileName()));
        }
    }

    private @Nullable ChainHead readHead() {
        Optional<String> text = files.readHead();
        if (text.isEmpty()) {
            findings.add(
                    Fault.NOT_SIGNED,
                    0,
                    0,
                    "there is no " + files.head().getFileName()
                            + ": whether rows are missing at the end cannot be told; lintel serve makes it at its start");
            return null;
        }
        Optional<ChainHead> head = text.flatMap(ChainHead::parse);
        String name = files.head().getFileName().toString();
        if (head.isEmpty()) {
            findings.add(Fault.FORGED, 0, 0, name + " is not a file of Lintel's");
            return null;
        }
        ChainHead read = head.get();
        return findings.isSigned(read.statement(), read.signed(), read.seq(), read.seq(), name) ? read : null;
    }

    private void compare(ChainHead head, byte @Nullable [] hash) {
        if (head.checkpoint() > checkpointId) {
            findings.add(
                    Fault.CUT_OFF,
                    0,
                    0,
                    "the head names checkpoint %d, the newest is %d: the database is an older one, or checkpoints were deleted"
                            .formatted(head.checkpoint(), checkpointId));
        }
        compare(head.seq(), head.hash(), hash, "the head");
        signedTo = Math.max(signedTo, Math.min(head.seq(), rows().last()));
    }

    private void compare(NotedHash noted) {
        compare(
                noted.seq(),
                noted.hash(),
                ChainStore.hashOf(database, noted.seq()).orElse(null),
                "what was noted");
    }

    private void compare(long seq, byte[] expected, byte @Nullable [] hash, String name) {
        long last = rows().last();
        byte[] there = seq == removed.seq() ? removed.hash() : hash;
        if (seq > last) {
            findings.add(
                    Fault.CUT_OFF, last + 1, seq, "%s covers row %d, the newest row is %d".formatted(name, seq, last));
        } else if (seq >= removed.seq() && !Arrays.equals(there, expected)) {
            findings.add(
                    Fault.REWRITTEN, 0, seq, "the rows up to %d are not those that %s covers".formatted(seq, name));
        }
    }
}
