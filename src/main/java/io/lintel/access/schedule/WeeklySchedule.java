package io.lintel.access.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;

/**
 * When somebody may enter, by the clock on the wall of the site. A pure function of the local date and time, so a change to or
 * from daylight saving time needs no case of its own: an hour that the clocks skip never comes, an hour that they
 * repeat counts twice, and 08:00 stays 08:00.
 *
 * <p>A period belongs to the day on which it starts: Friday's night shift runs to its end on a Saturday that is a holiday,
 * and a holiday's own periods replace the week's on that day.
 *
 * @param week periods on ordinary days
 * @param onHolidays periods on holidays; empty: closed
 */
public record WeeklySchedule(String name, List<WeeklyPeriod> week, List<DayPeriod> onHolidays) {

    public static final WeeklySchedule ALWAYS = new WeeklySchedule(
            "always",
            List.of(new WeeklyPeriod(EnumSet.allOf(DayOfWeek.class), DayPeriod.WHOLE_DAY)),
            List.of(DayPeriod.WHOLE_DAY));

    public WeeklySchedule {
        week = List.copyOf(week);
        onHolidays = List.copyOf(onHolidays);
    }

    public boolean allows(Instant now, ZoneId zone, HolidayCalendar calendar) {
        ZonedDateTime local = now.atZone(zone);
        LocalDate today = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return periodsOf(today, calendar).stream().anyMatch(period -> period.coversOnItsDay(time))
                || periodsOf(today.minusDays(1), calendar).stream().anyMatch(period -> period.coversOnTheNextDay(time));
    }

    private List<DayPeriod> periodsOf(LocalDate day, HolidayCalendar calendar) {
        if (calendar.isHoliday(day)) {
            return onHolidays;
        }
        return week.stream()
                .filter(weekly -> weekly.days().contains(day.getDayOfWeek()))
                .map(WeeklyPeriod::period)
                .toList();
    }
}
