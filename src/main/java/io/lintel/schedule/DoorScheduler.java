package io.lintel.schedule;

import io.lintel.door.DoorControl;
import io.lintel.system.PlausibleTime;
import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies the {@linkplain DoorSchedule door's schedule}. The door only takes it as a request: fire, lock-down and an operator's
 * order are stronger, and the door itself ensures that. Each poll asks the clock and the door again, so a restart, a change of the
 * clocks, a jump of the wall clock and a changed schedule need no case of their own. Whatever cannot be determined means locked.
 *
 * <p>{@link #apply} is called by one thread, {@link #personAdmitted} by any.
 */
public final class DoorScheduler {

    /** Well within the second after which a change must count. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    /**
     * Without a poll for this long, a door that stands unlocked may have missed the end of its schedule. A poll takes
     * milliseconds; a door that does not answer delays one by a second or two.
     */
    public static final Duration SILENCE = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(DoorScheduler.class.getName());

    private final DoorControl door;
    private final Supplier<ScheduleSnapshot> schedules;
    private final Predicate<Instant> admittedSince;
    private final InstantSource wallClock;
    private final ZoneId zone;
    private volatile @Nullable Instant lastAdmitted;
    private @Nullable Instant lookedUp;
    private boolean lastRequest;

    /**
     * @param admittedSince whether the audit log has a grant since a moment: asked once for each period, so that the door does not
     *     wait for a first person again after a restart at noon
     */
    public DoorScheduler(
            DoorControl door,
            Supplier<ScheduleSnapshot> schedules,
            Predicate<Instant> admittedSince,
            InstantSource wallClock,
            ZoneId zone) {
        this.door = door;
        this.schedules = schedules;
        this.admittedSince = admittedSince;
        this.wallClock = wallClock;
        this.zone = zone;
    }

    /**
     * Starts to poll. Each poll also reads what other processes have changed, such as {@code lintel schedules} beside a running
     * door. A database in trouble leaves the schedules as they were; its own health check raises the alarm.
     */
    public Recurring start(Schedules changing) {
        return Recurring.start("schedules", PERIOD, () -> {
            try {
                if (changing.refresh()) {
                    LOG.log(
                            Level.INFO,
                            "schedules changed revision={0}",
                            Long.toString(changing.snapshot().revision()));
                }
            } finally {
                apply();
            }
        });
    }

    /** The door was unlocked for a recognised person. */
    public void personAdmitted(Instant at) {
        lastAdmitted = at;
    }

    /** Tells the door what its schedule wants now, unless the door has it already. */
    public void apply() {
        Request request = requestOrLocked();
        boolean applied = request.unlocked() == lastRequest
                && door.status().door().modes().scheduled() == lastRequest;
        if (!applied) {
            door.schedule(request.unlocked(), request.cause());
            lastRequest = request.unlocked();
        }
    }

    private Request requestOrLocked() {
        try {
            return request();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the door's schedule cannot be determined, locking", e);
            return new Request(false, "its schedule cannot be determined");
        }
    }

    private Request request() {
        ScheduleSnapshot snapshot = schedules.get();
        Schedule.Id id = snapshot.door().schedule();
        if (id == null) {
            return new Request(false, "no schedule");
        }
        WeeklySchedule schedule = snapshot.rule(id);
        HolidayCalendar calendar = snapshot.calendar();
        Instant now = wallClock.instant();
        if (!PlausibleTime.isPlausible(now)) {
            return new Request(false, schedule.name() + ": the clock is not set");
        }
        boolean unlocked = schedule.allows(now, zone, calendar);
        if (unlocked && snapshot.door().waitsForFirstPerson()) {
            unlocked = anybodyAdmitted(schedule.spanStart(now, zone, calendar), now);
        }
        return new Request(unlocked, schedule.name());
    }

    private boolean anybodyAdmitted(Instant since, Instant now) {
        if (admittedBetween(since, now)) {
            return true;
        }
        if (!since.equals(lookedUp)) {
            if (admittedSince.test(since)) {
                lastAdmitted = now;
            }
            lookedUp = since;
        }
        return admittedBetween(since, now);
    }

    /** A moment after now comes from a clock that has been set back since. */
    private boolean admittedBetween(Instant since, Instant now) {
        Instant admitted = lastAdmitted;
        return admitted != null && !admitted.isBefore(since) && !admitted.isAfter(now);
    }

    /** @param cause for the door's event */
    private record Request(boolean unlocked, String cause) {}
}
