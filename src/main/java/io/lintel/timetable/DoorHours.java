package io.lintel.timetable;

import io.lintel.access.EntryRule;
import io.lintel.access.schedule.HolidayCalendar;
import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.door.DoorControl;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door's own hours: tells the door when its schedule wants it unlocked. It only ever tells a wish; fire, lock-down and an
 * operator's order are stronger, which is the door's to keep. Each look asks the clock and the door anew, so a restart, a change of the
 * clocks, a jump of the wall clock and a changed schedule need no case of their own. Whatever cannot be known means locked.
 *
 * <p>{@link #look} is one thread's; {@link #personCame} anybody's.
 */
public final class DoorHours {

    private static final System.Logger LOG = System.getLogger(DoorHours.class.getName());

    private final DoorControl door;
    private final Supplier<TimetableSnapshot> timetable;
    private final Predicate<Instant> somebodyCameSince;
    private final InstantSource wallClock;
    private final ZoneId zone;
    private volatile @Nullable Instant lastCame;
    private @Nullable Instant askedFor;
    private boolean lastTold;

    /**
     * @param somebodyCameSince whether the log has a grant since a moment: asked once for each opening, so that the door does not
     *     wait for a first person again after a restart at noon
     */
    public DoorHours(
            DoorControl door,
            Supplier<TimetableSnapshot> timetable,
            Predicate<Instant> somebodyCameSince,
            InstantSource wallClock,
            ZoneId zone) {
        this.door = door;
        this.timetable = timetable;
        this.somebodyCameSince = somebodyCameSince;
        this.wallClock = wallClock;
        this.zone = zone;
    }

    /** The door was unlocked for somebody recognised. */
    public void personCame(Instant at) {
        lastCame = at;
    }

    /** Tells the door what the schedule wants now, unless it knows. */
    public void look() {
        Wish wish = wishOrLocked();
        boolean known =
                wish.unlocked() == lastTold && door.status().door().modes().scheduled() == lastTold;
        if (!known) {
            door.schedule(wish.unlocked(), wish.which());
            lastTold = wish.unlocked();
        }
    }

    private Wish wishOrLocked() {
        try {
            return wish();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "door hours cannot be told, locking", e);
            return new Wish(false, "its hours cannot be told");
        }
    }

    private Wish wish() {
        TimetableSnapshot plans = timetable.get();
        ScheduleId id = plans.door().schedule();
        if (id == null) {
            return new Wish(false, "no schedule");
        }
        WeeklySchedule hours = plans.rule(id);
        HolidayCalendar calendar = plans.calendar();
        Instant now = wallClock.instant();
        if (now.isBefore(EntryRule.EARLIEST_PLAUSIBLE)) {
            return new Wish(false, hours.name() + ": the clock is not set");
        }
        boolean open = hours.allows(now, zone, calendar);
        if (open && plans.door().waitsForFirstPerson()) {
            open = somebodyCame(hours.began(now, zone, calendar), now);
        }
        return new Wish(open, hours.name());
    }

    private boolean somebodyCame(Instant since, Instant now) {
        if (cameBetween(since, now)) {
            return true;
        }
        if (!since.equals(askedFor)) {
            if (somebodyCameSince.test(since)) {
                lastCame = now;
            }
            askedFor = since;
        }
        return cameBetween(since, now);
    }

    /** A moment after now was told by a clock that has been set back since. */
    private boolean cameBetween(Instant since, Instant now) {
        Instant came = lastCame;
        return came != null && !came.isBefore(since) && !came.isAfter(now);
    }

    private record Wish(boolean unlocked, String which) {}
}
