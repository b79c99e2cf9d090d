package io.lintel.schedule.ics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A day, or a time of a day, of a calendar file. A time with the name of a zone is that zone's local time, which is what the calendar shows;
 * one in UTC is brought to the site's.
 *
 * @param time midnight where the file names a day only
 */
record CalendarDate(LocalDate date, LocalTime time) {

    private static final int DAY_ONLY = 8;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** @throws DateTimeException if it is none */
    static CalendarDate parse(String text, ZoneId site) {
        String value = text.strip();
        if (value.length() == DAY_ONLY) {
            return new CalendarDate(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE), LocalTime.MIDNIGHT);
        }
        boolean utc = value.endsWith("Z");
        LocalDateTime written = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, LOCAL);
        LocalDateTime local =
                utc ? written.atOffset(ZoneOffset.UTC).atZoneSameInstant(site).toLocalDateTime() : written;
        return new CalendarDate(local.toLocalDate(), local.toLocalTime());
    }

    /** The days of a property that lists several, such as EXDATE. @throws DateTimeException if one is none */
    static List<CalendarDate> list(String text, ZoneId site) {
        List<CalendarDate> days = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            days.add(parse(each, site));
        }
        return days;
    }

    boolean isMidnight() {
        return time.equals(LocalTime.MIDNIGHT);
    }

    /** Some programs end a day with its last minute or second. */
    boolean isEndOfDay() {
        return time.getHour() == 23 && time.getMinute() == 59;
    }
}
