package io.lintel.timetable;

import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Makes the timetable follow what other processes write, such as {@code lintel schedules} beside a running door, and the door
 * follow its hours.
 */
public final class TimetableWatcher {

    /** Well within the second after which a change must count. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    /**
     * After this a door that stands unlocked may have missed the end of its hours. A turn takes milliseconds; a door that does
     * not answer holds one up for a second or two.
     */
    public static final Duration SILENCE = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(TimetableWatcher.class.getName());

    private TimetableWatcher() {}

    /** A database in trouble leaves the timetable as it was; its own health check raises the alarm. */
    public static Recurring start(Timetable timetable, DoorHours hours) {
        return Recurring.start("timetable", PERIOD, () -> {
            try {
                follow(timetable);
            } finally {
                hours.look();
            }
        });
    }

    private static void follow(Timetable timetable) {
        if (timetable.refresh()) {
            LOG.log(
                    Level.INFO,
                    "timetable changed revision={0}",
                    Long.toString(timetable.snapshot().revision()));
        }
    }
}
