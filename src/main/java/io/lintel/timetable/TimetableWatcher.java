package io.lintel.timetable;

import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.time.Duration;

/**
 * Makes the timetable follow what other processes write, such as {@code lintel schedules} beside a running door, and the door
 * follow its hours.
 */
public final class TimetableWatcher implements AutoCloseable {

    /** Well within the second after which a change must count. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    /** A turn takes milliseconds; a door that does not answer holds one up for a second or two. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(TimetableWatcher.class.getName());

    private final Timetable timetable;
    private final DoorHours hours;
    private final Thread thread;
    private volatile long lastTurn = MonotonicClock.SYSTEM.nanos();
    private boolean failing;

    private TimetableWatcher(Timetable timetable, DoorHours hours) {
        this.timetable = timetable;
        this.hours = hours;
        this.thread = Thread.ofPlatform().daemon().name("timetable").unstarted(this::watch);
    }

    public static TimetableWatcher start(Timetable timetable, DoorHours hours) {
        TimetableWatcher watcher = new TimetableWatcher(timetable, hours);
        watcher.thread.start();
        return watcher;
    }

    /** Whether the thread works: a door that stands unlocked must not miss the end of its hours. */
    public boolean answers() {
        return thread.isAlive() && MonotonicClock.SYSTEM.nanos() - lastTurn < SILENCE.toNanos();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            follow();
            hours.look();
            lastTurn = MonotonicClock.SYSTEM.nanos();
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A database in trouble leaves the timetable as it was; its own health check raises the alarm. */
    private void follow() {
        try {
            if (timetable.refresh()) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "timetable changed revision={0}",
                        Long.toString(timetable.snapshot().revision()));
            }
            failing = false;
        } catch (LintelException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "timetable cannot be refreshed: " + e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
