package io.lintel.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the day as people write them. */
public final class TimeFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private TimeFormat() {}

    /** Such as {@code 08:00-18:00}; an end at midnight is written 24:00. */
    public static String of(TimeRange period) {
        return TIME.format(period.from()) + "-" + end(period);
    }

    public static String of(LocalTime time) {
        return TIME.format(time);
    }

    static String end(TimeRange period) {
        return period.to().equals(LocalTime.MIDNIGHT) ? "24:00" : TIME.format(period.to());
    }

    /** Such as {@code Mon 30 Nov 2026 08:00}, by the site's clock. */
    public static String of(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** Such as {@code 22:01:20}, by the site's clock. */
    public static String seconds(Instant moment, ZoneId zone) {
        return SECONDS.format(moment.atZone(zone));
    }

    /** Hours and minutes, {@code 8:00} or {@code 08:00}. @throws ScheduleFormatException if it is no time */
    public static LocalTime parse(String text) {
        String time = text.strip();
        try {
            return LocalTime.parse(time.length() == 4 ? "0" + time : time, TIME);
        } catch (DateTimeException e) {
            throw new ScheduleFormatException("'" + text + "' is no time of the day", "write it like 08:30", e);
        }
    }

    /** As {@link #parse(String)}, and 24:00 is the midnight at the end of the day. */
    public static LocalTime parseEnd(String text) {
        return text.strip().equals("24:00") ? LocalTime.MIDNIGHT : parse(text);
    }
}
