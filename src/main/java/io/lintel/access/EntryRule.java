package io.lintel.access;

import io.lintel.door.DoorMode;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.system.PlausibleTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a recognised person may enter now. The only rule that reads the wall clock. Thread-safe. */
public final class EntryRule {

    private final PersonDirectory directory;
    private final Supplier<HolidayCalendar> holidays;
    private final InstantSource wallClock;
    private final ZoneId zone;
    private final Supplier<DoorMode> door;

    /** @param door what holds the door in one position now */
    public EntryRule(
            PersonDirectory directory,
            Supplier<HolidayCalendar> holidays,
            InstantSource wallClock,
            ZoneId zone,
            Supplier<DoorMode> door) {
        this.directory = directory;
        this.holidays = holidays;
        this.wallClock = wallClock;
        this.zone = zone;
        this.door = door;
    }

    /** @return null when the person may enter */
    public @Nullable Refusal refuses(PersonId person) {
        PersonAccess access = directory.access(person);
        if (access == null) {
            return new Refusal(DenialReason.UNKNOWN, "no longer enrolled");
        }
        if (!access.enabled()) {
            return new Refusal(DenialReason.DISABLED, "disabled");
        }
        Instant now = wallClock.instant();
        if (access.dependsOnWallClock() && !PlausibleTime.isPlausible(now)) {
            return new Refusal(DenialReason.OUT_OF_SCHEDULE, "the clock is not set");
        }
        if (!access.validity().hasBegun(now)) {
            return new Refusal(DenialReason.EXPIRED, "not valid yet");
        }
        if (access.validity().hasEnded(now)) {
            return new Refusal(DenialReason.EXPIRED, "not valid any more");
        }
        HolidayCalendar calendar = holidays.get();
        boolean allowed = access.schedules().stream().anyMatch(schedule -> schedule.allows(now, zone, calendar));
        return allowed
                ? keptOut()
                : new Refusal(DenialReason.OUT_OF_SCHEDULE, outside(access.schedules(), now, calendar));
    }

    /** What holds the door in one position now. */
    public DoorMode doorMode() {
        return door.get();
    }

    /** The wall clock. */
    Instant now() {
        return wallClock.instant();
    }

    /** The site's. */
    ZoneId zone() {
        return zone;
    }

    /** What keeps out everybody now, whoever they are; null when nothing does. */
    @Nullable
    Refusal keptOut() {
        return switch (door.get()) {
            case LOCK_DOWN -> new Refusal(DenialReason.LOCK_DOWN, "recognised, but the door is in lock-down");
            case OPERATOR_LOCK ->
                new Refusal(DenialReason.KEPT_LOCKED, "recognised, but the door is kept locked by order");
            case NORMAL, SCHEDULED_UNLOCK, OPERATOR_UNLOCK, FIRE -> null;
        };
    }

    /** Names the schedules and says when the next period begins: what the person at the help desk is asked first. */
    private String outside(List<WeeklySchedule> schedules, Instant now, HolidayCalendar calendar) {
        String names = schedules.stream().map(WeeklySchedule::name).distinct().collect(Collectors.joining(", "));
        Instant next = null;
        String by = "";
        for (WeeklySchedule schedule : schedules) {
            Instant begin = schedule.nextBegin(now, zone, calendar).orElse(null);
            if (begin != null && (next == null || begin.isBefore(next))) {
                next = begin;
                by = schedule.name();
            }
        }
        String which = "outside the schedule" + (schedules.size() > 1 ? "s " : " ") + names;
        return next == null
                ? which + "; never allowed by it"
                : which + "; next allowed from " + TimeFormat.of(next, zone) + " (" + by + ")";
    }

    /** @param detail one sentence for the log */
    public record Refusal(DenialReason reason, String detail) {}
}
