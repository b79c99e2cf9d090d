package io.lintel.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule allows, by the site's local time. A pure function of the local date and time, so a change to or
 * from daylight saving time needs no case of its own: an hour that the clocks skip never comes, an hour that they
 * repeat counts twice, and 08:00 stays 08:00.
 *
 * <p>A period belongs to the day on which it starts: Friday's night shift runs to its end on a Saturday that is a holiday,
 * and a holiday's own periods replace the week's on that day.
 *
 * @param ignoresHolidays whether a holiday counts as the day of the week that it is; else only periods marked for holidays count
 *     on it, and without any it is closed
 */
public record WeeklySchedule(String name, List<Period> periods, boolean ignoresHolidays) {

    public static final WeeklySchedule ALWAYS = new WeeklySchedule(
            "always", List.of(new Period(EnumSet.allOf(DayOfWeek.class), false, TimeRange.WHOLE_DAY)), true);

    public static final WeeklySchedule NEVER = new WeeklySchedule("never", List.of(), false);

    /** @param until when that changes; null: not within a year */
    public record State(boolean open, @Nullable Instant until) {}

    public WeeklySchedule {
        periods = List.copyOf(periods);
    }

    public boolean allows(Instant now, ZoneId zone, HolidayCalendar calendar) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return startingOn(today, calendar).stream().anyMatch(range -> range.coversOnItsDay(time))
                || startingOn(today.minusDays(1), calendar).stream().anyMatch(range -> range.coversOnTheNextDay(time));
    }

    /** Whether it allows at a moment, and until when that does not change. */
    public State state(Instant at, ZoneId zone, HolidayCalendar calendar) {
        boolean open = allows(at, zone, calendar);
        Optional<Instant> until = open ? nextEnd(at, zone, calendar) : nextBegin(at, zone, calendar);
        return new State(open, until.orElse(null));
    }

    /** When {@link #allows} next turns true; empty when it does not within some 400 days. */
    public Optional<Instant> nextBegin(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new TransitionFinder(this, zone, calendar).next(now, true);
    }

    /** When {@link #allows} next turns false; empty when it does not within some 400 days. */
    public Optional<Instant> nextEnd(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new TransitionFinder(this, zone, calendar).next(now, false);
    }

    /** When the span that contains a moment began; some two weeks before it when it began earlier. */
    public Instant spanStart(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new TransitionFinder(this, zone, calendar).spanStart(now);
    }

    /** The times of the periods that start on a day. */
    List<TimeRange> startingOn(LocalDate day, HolidayCalendar calendar) {
        boolean holiday = !ignoresHolidays && calendar.isHoliday(day);
        return periods.stream()
                .filter(period -> period.startsOn(day.getDayOfWeek(), holiday))
                .map(Period::time)
                .toList();
    }
}
