package io.lintel.access.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * When somebody may enter, by the clock on the wall of the site. A pure function of the local date and time, so a change to or
 * from daylight saving time needs no case of its own: an hour that the clocks skip never comes, an hour that they
 * repeat counts twice, and 08:00 stays 08:00.
 *
 * <p>A period belongs to the day on which it starts: Friday's night shift runs to its end on a Saturday that is a holiday,
 * and a holiday's own periods replace the week's on that day.
 *
 * @param week periods on ordinary days
 */
public record WeeklySchedule(String name, List<WeeklyPeriod> week, HolidayRule onHolidays) {

    public static final WeeklySchedule ALWAYS = new WeeklySchedule(
            "always",
            List.of(new WeeklyPeriod(EnumSet.allOf(DayOfWeek.class), DayPeriod.WHOLE_DAY)),
            HolidayRule.AS_USUAL);

    public static final WeeklySchedule NEVER = new WeeklySchedule("never", List.of(), HolidayRule.CLOSED);

    public WeeklySchedule {
        week = List.copyOf(week);
    }

    /** @param onHolidays periods on holidays; empty: closed */
    public WeeklySchedule(String name, List<WeeklyPeriod> week, List<DayPeriod> onHolidays) {
        this(name, week, new HolidayRule.Own(onHolidays));
    }

    public boolean allows(Instant now, ZoneId zone, HolidayCalendar calendar) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return periodsOf(today, calendar).stream().anyMatch(period -> period.coversOnItsDay(time))
                || periodsOf(today.minusDays(1), calendar).stream().anyMatch(period -> period.coversOnTheNextDay(time));
    }

    /** When {@link #allows} next turns true; empty when it does not within some 400 days. */
    public Optional<Instant> nextBegin(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new Outlook(this, zone, calendar).next(now, true);
    }

    /** When {@link #allows} next turns false; empty when it does not within some 400 days. */
    public Optional<Instant> nextEnd(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new Outlook(this, zone, calendar).next(now, false);
    }

    /** When the span that contains a moment began; some two weeks before it when it began earlier. */
    public Instant began(Instant now, ZoneId zone, HolidayCalendar calendar) {
        return new Outlook(this, zone, calendar).began(now);
    }

    /** The periods that start on a day. */
    public List<DayPeriod> periodsOf(LocalDate day, HolidayCalendar calendar) {
        if (onHolidays instanceof HolidayRule.Own(List<DayPeriod> periods) && calendar.isHoliday(day)) {
            return periods;
        }
        return week.stream()
                .filter(weekly -> weekly.days().contains(day.getDayOfWeek()))
                .map(WeeklyPeriod::period)
                .toList();
    }
}
