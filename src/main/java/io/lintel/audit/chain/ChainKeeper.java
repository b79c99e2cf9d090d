package io.lintel.audit.chain;

import io.lintel.storage.Database;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Signs the log while the box runs: the head beside the database at the next look after a row, a checkpoint at start and stop, after
 * a thousand rows and after an hour. Rows of other processes are signed too. A head that contradicts the log is put aside and noted in
 * the log. Thread-safe.
 */
public final class ChainKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChainKeeper.class.getName());
    private static final long ROWS_A_CHECKPOINT = 1000;
    private static final long MILLIS_A_CHECKPOINT = Duration.ofHours(1).toMillis();

    private final Database database;
    private final ChainFiles files;
    private final InstantSource clock;
    private final BiConsumer<String, String> gap;
    private @Nullable AuditKey key;
    private @Nullable ChainHead written;

    private record State(ChainStore.Place newest, Optional<ChainCheckpoint> checkpoint) {}

    /** @param gap notes in the log that its past is doubtful: a short code, and what was found */
    public ChainKeeper(Database database, InstantSource clock, BiConsumer<String, String> gap) {
        this.database = database;
        this.files = ChainFiles.beside(database.path());
        this.clock = clock;
        this.gap = gap;
    }

    /** To be called every two seconds; the first call signs the start. What fails now is tried by the next call. */
    public synchronized void look() {
        if (key == null) {
            begin();
            return;
        }
        if (hasLostRows()) {
            checkpoint("rows");
            return;
        }
        State state = state();
        long signedTo = state.checkpoint().map(ChainCheckpoint::seq).orElse(0L);
        long signedAt = state.checkpoint().map(ChainCheckpoint::at).orElse(0L);
        if (state.newest().seq() - signedTo >= ROWS_A_CHECKPOINT) {
            checkpoint("rows");
        } else if (state.newest().seq() > signedTo && clock.millis() - signedAt >= MILLIS_A_CHECKPOINT) {
            checkpoint("time");
        } else if (written == null || state.newest().seq() > written.seq()) {
            writeHead(
                    state.newest(), state.checkpoint().map(ChainCheckpoint::id).orElse(0L));
        }
    }

    private void begin() {
        boolean hadKey = files.hasKey();
        AuditKey box = AuditKey.readOrMake(files.key());
        database.write(sql -> {
            ChainStore.buryWhatWentBefore(sql, clock.millis(), box);
            return true;
        });
        compareWithHead(hadKey, box.publicKey());
        key = box;
        checkpoint("start");
    }

    /** Another file under the running program, or rows that somebody deleted. */
    private boolean hasLostRows() {
        if (written == null || holds(written)) {
            return false;
        }
        contradicted("rows-missing", written);
        return true;
    }

    private void compareWithHead(boolean hadKey, PublicAuditKey box) {
        Optional<String> text = files.readHead();
        if (text.isEmpty()) {
            boolean hasCheckpoints = state().checkpoint().isPresent();
            if (hasCheckpoints) {
                gap.accept("head-missing", "the file " + files.head().getFileName() + " is gone");
            } else if (hadKey) {
                gap.accept("begun-anew", "there is a key, and nothing in this log is signed");
            }
            return;
        }
        Optional<ChainHead> head = text.flatMap(ChainHead::parse);
        if (head.isEmpty()
                || !box.isNamedBy(head.get().signed())
                || !box.hasSigned(head.get().statement(), head.get().signed())) {
            contradicted("head-forged", head.orElse(null));
        } else if (!holds(head.get())) {
            contradicted("rows-missing", head.get());
        }
    }

    /** Whether the log still is a continuation of what the head says. */
    private boolean holds(ChainHead head) {
        return database.read(sql -> ChainStore.hash(sql, head.seq())
                .map(hash -> Arrays.equals(hash, head.hash()))
                .orElse(ChainStore.isRemoved(sql, head.seq())));
    }

    private void contradicted(String code, @Nullable ChainHead head) {
        long newest = state().newest().seq();
        String found = head == null
                ? "the file is not one of Lintel's"
                : "row %d was signed as %s, the newest row is %d"
                        .formatted(head.seq(), HexFormat.of().formatHex(head.hash()), newest);
        LOG.log(Level.ERROR, "audit chain={0} found=\"{1}\" remedy=\"lintel audit verify\"", code, found);
        files.putAside(clock.instant());
        written = null;
        gap.accept(code, found);
    }

    private State state() {
        return database.read(sql -> new State(ChainStore.newest(sql), ChainStore.newestCheckpoint(sql)));
    }

    private void checkpoint(String cause) {
        AuditKey box = java.util.Objects.requireNonNull(key);
        ChainCheckpoint made = database.write(sql -> ChainStore.checkpoint(sql, clock.millis(), cause, box));
        // For a journal that is sent elsewhere: what is known there cannot be rewritten here.
        LOG.log(
                Level.INFO,
                "audit checkpoint={0} row={1} hash={2} cause={3}",
                Long.toString(made.id()),
                Long.toString(made.seq()),
                HexFormat.of().formatHex(made.hash()),
                cause);
        writeHead(new ChainStore.Place(made.seq(), made.hash()), made.id());
    }

    private void writeHead(ChainStore.Place newest, long checkpoint) {
        AuditKey box = java.util.Objects.requireNonNull(key);
        long at = clock.millis();
        ChainHead head = new ChainHead(
                checkpoint,
                newest.seq(),
                newest.hash(),
                at,
                box.sign(ChainHead.statement(checkpoint, newest.seq(), newest.hash(), at)));
        files.writeHead(head);
        written = head;
    }

    /** Signs the last rows. */
    @Override
    public synchronized void close() {
        if (key != null) {
            hasLostRows();
            checkpoint("stop");
        }
    }
}
