package io.lintel.wiring;

import io.lintel.storage.Database;
import io.lintel.storage.StorageHealth;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database every few seconds whether it takes writes, and every few minutes makes it show it. An answer of any kind
 * is a heartbeat: a full disk is no reason to start the program again, a database that does not answer at all is. Thread-safe.
 */
final class DatabaseWatch implements AutoCloseable {

    /**
     * The longest honest answer takes 20 s: five for a connection, ten behind another write of this process, five behind one of
     * another process.
     */
    static final Duration SILENCE = Duration.ofSeconds(40);

    private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);

    /** A disk may fail unnoticed until it is written; more often would wear an SD card out (decision 0123). */
    static final Duration WRITE_EVERY = Duration.ofMinutes(5);

    private final Supplier<Database> database;
    private final MonotonicClock clock;
    private final BiConsumer<Boolean, String> changed;
    private @Nullable Recurring recurring;
    private volatile long beat;
    private long written;
    private boolean works = true;

    /**
     * @param database throws while it cannot be opened
     * @param changed told whether it works now, and why not
     */
    DatabaseWatch(Supplier<Database> database, MonotonicClock clock, BiConsumer<Boolean, String> changed) {
        this.database = database;
        this.clock = clock;
        this.changed = changed;
        this.beat = clock.nanos();
        this.written = beat;
    }

    void start() {
        recurring = Recurring.start("database-heartbeat", ASK_EVERY, this::ask);
    }

    /** Whether it answered lately, whatever it said. */
    boolean isResponsive() {
        return clock.nanos() - beat < SILENCE.toNanos();
    }

    /** Asks once. */
    void ask() {
        StorageHealth health = health();
        beat = clock.nanos();
        if (health.ok() == works) {
            return;
        }
        works = health.ok();
        if (works) {
            LOG.log(Level.INFO, "database state=works");
        } else {
            LOG.log(Level.ERROR, "database state=fails why=\"{0}\" remedy=\"{1}\"", health.detail(), health.remedy());
        }
        changed.accept(works, health.detail());
    }

    private StorageHealth health() {
        try {
            Database asked = database.get();
            if (clock.nanos() - written < WRITE_EVERY.toNanos()) {
                return asked.health();
            }
            written = clock.nanos();
            return asked.healthByWriting();
        } catch (LintelException e) {
            return new StorageHealth(false, String.valueOf(e.getMessage()), e.remedy());
        } catch (RuntimeException e) {
            return new StorageHealth(false, e.toString(), "see the log");
        }
    }

    @Override
    public void close() {
        if (recurring != null) {
            recurring.close();
        }
    }
}
