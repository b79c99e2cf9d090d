package io.lintel.schedule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Period periods}: days, a space, from-to; a comma or semicolon between one period and the next. */
final class PeriodParser {

    private static final Pattern LINE =
            Pattern.compile("(\\S.*?)\\s+(\\d{1,2}:\\d{2})\\s*(?:-|–|\\bto\\b)\\s*(\\d{1,2}:\\d{2})");
    private static final String REMEDY =
            "write days and times like 'Mon-Fri 08:00-18:00', 'Sat,Sun 22:00-06:00', 'daily 00:00-24:00' or 'holidays 10:00-14:00'";
    private static final int LONGEST = 200;

    /** A comma after a time ends a period, one after a day does not. */
    private static final Pattern BETWEEN_PERIODS = Pattern.compile("(?<=\\d)\\s*[,;]\\s*");

    private PeriodParser() {}

    static List<Period> parseList(String text) {
        return Arrays.stream(BETWEEN_PERIODS.split(text.strip()))
                .map(PeriodParser::parse)
                .toList();
    }

    static Period parse(String text) {
        Matcher line = LINE.matcher(text.length() > LONGEST ? "" : text.strip());
        if (!line.matches()) {
            throw new ScheduleFormatException("the period '" + shortened(text) + "' cannot be understood", REMEDY);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        for (String part : line.group(1).toLowerCase(Locale.ROOT).split("[,;\\s]+", -1)) {
            if (part.equals("holidays") || part.equals("holiday")) {
                holidays = true;
            } else {
                days.addAll(days(part));
            }
        }
        return new Period(
                days, holidays, new TimeRange(TimeFormat.parse(line.group(2)), TimeFormat.parseEnd(line.group(3))));
    }

    private static Set<DayOfWeek> days(String part) {
        return switch (part) {
            case "daily" -> EnumSet.allOf(DayOfWeek.class);
            case "weekdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case "weekends" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            default -> {
                String[] ends = part.split("[-–]", -1);
                DayOfWeek first = day(ends[0], part);
                DayOfWeek last = ends.length == 2 ? day(ends[1], part) : first;
                if (ends.length > 2) {
                    throw unknown(part);
                }
                EnumSet<DayOfWeek> run = EnumSet.of(first);
                for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                    run.add(day.plus(1));
                }
                yield run;
            }
        };
    }

    private static DayOfWeek day(String word, String part) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.name().toLowerCase(Locale.ROOT);
            if (word.length() >= 2 && full.startsWith(word)) {
                return day;
            }
        }
        throw unknown(part);
    }

    private static ScheduleFormatException unknown(String part) {
        return new ScheduleFormatException("'" + shortened(part) + "' is no day of the week", REMEDY);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
