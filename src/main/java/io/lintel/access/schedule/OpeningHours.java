package io.lintel.access.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of a week as an installer writes them: {@code mon-fri 08:00-18:00, sat 09:00-13:00}. Holidays are closed. */
public final class OpeningHours {

    private static final Pattern PART =
            Pattern.compile("([a-z]{3})(?:-([a-z]{3}))?\\s+(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private OpeningHours() {}

    /** @throws IllegalArgumentException if it is not written like that */
    public static WeeklySchedule parse(String text) {
        List<WeeklyPeriod> periods = new ArrayList<>();
        for (String part : text.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*")) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "hours are written like mon-fri 08:00-18:00, sat 09:00-13:00, not \"" + part + "\"");
            }
            int first = day(matcher.group(1));
            int last = matcher.group(2) == null ? first : day(matcher.group(2));
            periods.add(
                    new WeeklyPeriod(days(first, last), new DayPeriod(time(matcher.group(3)), time(matcher.group(4)))));
        }
        return new WeeklySchedule("hours", periods, List.of());
    }

    private static Set<DayOfWeek> days(int first, int last) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int day = first; ; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
            if (day == last) {
                return days;
            }
        }
    }

    private static int day(String name) {
        int day = DAYS.indexOf(name);
        if (day < 0) {
            throw new IllegalArgumentException("days are written mon to sun, not " + name);
        }
        return day;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("times are written from 00:00 to 23:59, not " + text, e);
        }
    }
}
