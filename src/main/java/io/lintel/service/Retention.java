package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Deletes what is older than the settings and people's consent allow: pictures once an hour, people and rows of the log once a day. None
 * of it ever holds up a grant: rows go in steps of some 50 ms.
 */
public final class Retention implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Retention.class.getName());
    private static final Duration FIRST_AFTER = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int ROUNDS_A_DAY = 24;

    /** As the log names who did it. */
    public static final String ACTOR = "retention";

    /** A clock that has jumped by more than this since the start may be wrong, and a log that was deleted does not come back. */
    private static final Duration TRUSTED = Duration.ofMinutes(30);

    private final AuditLog log;
    private final ConsentTerms terms;
    private final Snapshots snapshots;
    private final Supplier<Duration> keep;
    private final InstantSource wallClock;
    private final MonotonicClock clock;
    private final Instant startedAt;
    private final long startedNanos;
    private final Thread thread = Thread.ofPlatform().daemon().name("retention").unstarted(this::run);

    /** @param keep asked each time; zero for ever */
    public Retention(
            AuditLog log,
            ConsentTerms terms,
            Snapshots snapshots,
            Supplier<Duration> keep,
            InstantSource wallClock,
            MonotonicClock clock) {
        this.log = log;
        this.terms = terms;
        this.snapshots = snapshots;
        this.keep = keep;
        this.wallClock = wallClock;
        this.clock = clock;
        this.startedAt = wallClock.instant();
        this.startedNanos = clock.nanos();
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            Thread.sleep(FIRST_AFTER);
            for (int round = 0; ; round++) {
                attempt("snapshots", this::cleanSnapshots);
                if (round % ROUNDS_A_DAY == 0) {
                    attempt("people", this::removeLapsed);
                    attempt("log", this::purge);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "retention stopped");
        }
    }

    private void cleanSnapshots() {
        int gone = snapshots.clean();
        if (gone > 0) {
            LOG.log(Level.INFO, "retention snapshots-deleted={0}", gone);
        }
    }

    /** @return how many people's data went */
    int removeLapsed() {
        Instant now = wallClock.instant();
        if (isDoubtful(now)) {
            return 0;
        }
        int due = terms.remind(now);
        if (due > 0) {
            LOG.log(Level.WARNING, "retention people-due={0} remedy=\"lintel log, kind DELETION_DUE\"", due);
        }
        int gone = terms.enforce(now);
        if (gone > 0) {
            LOG.log(Level.INFO, "retention people-deleted={0}", gone);
        }
        return gone;
    }

    /** @return how many rows went */
    long purge() {
        Instant now = wallClock.instant();
        Duration kept = keep.get();
        if (kept.isZero() || isDoubtful(now)) {
            return 0;
        }
        long gone = log.purge(now.minus(kept), ACTOR);
        if (gone > 0) {
            LOG.log(Level.INFO, "retention rows-deleted={0}", gone);
        }
        return gone;
    }

    private boolean isDoubtful(Instant now) {
        Duration jumped = Duration.between(startedAt, now).minusNanos(clock.nanos() - startedNanos);
        boolean doubtful = jumped.abs().compareTo(TRUSTED) > 0;
        if (doubtful) {
            LOG.log(
                    Level.WARNING,
                    "retention skipped reason=\"the clock has jumped by {0} s since the start\"",
                    jumped.toSeconds());
        }
        return doubtful;
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (LintelException e) {
            LOG.log(Level.WARNING, "retention of {0} failed, tried again later: {1}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "retention of " + what + " failed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
