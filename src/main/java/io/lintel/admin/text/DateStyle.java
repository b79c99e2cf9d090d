package io.lintel.admin.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a language writes days and numbers. Reads the ways in which the English pages write a day, because only these exist.
 *
 * @param day with {@code d} for the day, {@code m} for the month and {@code y} for the year, as in {@code d.m.y}; empty for English
 * @param weekdays from Monday, short
 * @param decimal between a number's whole part and its decimals
 */
record DateStyle(String day, List<String> weekdays, String decimal) {

    /** 2026-11-29, 2026-11-29 12:01, 2026-11-29 12:01:05. */
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)((?: \\d\\d:\\d\\d(?::\\d\\d)?)?)");

    /** Sun 29 Nov 2026, Sun 29 Nov 2026 12:01, 29 Nov. */
    private static final Pattern LONG =
            Pattern.compile("(?:[A-Z][a-z]{2} )?(\\d{1,2}) ([A-Z][a-z]{2})(?: (\\d{4})((?: \\d\\d:\\d\\d)?))?");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\d.,])(\\d+)\\.(\\d+)(?![\\d.])");
    private static final Pattern BARE = Pattern.compile("-?\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");

    static DateStyle of(JsonNode node) {
        return new DateStyle(
                node.path("day").asText(),
                Arrays.stream(node.path("weekdays").asText().split(" ")).toList(),
                node.path("decimal").asText("."));
    }

    /** Empty for what is no day. */
    Optional<String> of(String text) {
        if (day.isEmpty()) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(day(iso.group(3), iso.group(2), iso.group(1)) + iso.group(4));
        }
        Matcher words = LONG.matcher(text);
        if (!words.matches() || !MONTHS.contains(words.group(2))) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(words.group(2)) + 1;
        int number = Integer.parseInt(words.group(1));
        String year = words.group(3);
        if (year == null) {
            return Optional.of(day(two(number), two(month), "").strip());
        }
        DayOfWeek weekday = LocalDate.of(Integer.parseInt(year), month, number).getDayOfWeek();
        return Optional.of(
                weekdays.get(weekday.getValue() - 1) + " " + day(two(number), two(month), year) + words.group(4));
    }

    /** Empty for what is more or less than a number. */
    Optional<String> bareNumber(String text) {
        return BARE.matcher(text).matches() ? Optional.of(number(text)) : Optional.empty();
    }

    /** All numbers of a text: 1,234.5 becomes 1.234,5 where the decimal sign is a comma. */
    String number(String text) {
        if (decimal.equals(".")) {
            return text;
        }
        String marked = THOUSANDS.matcher(text).replaceAll("'");
        return DECIMAL.matcher(marked).replaceAll("$1" + decimal + "$2").replace("'", ".");
    }

    private String day(String dayOfMonth, String month, String year) {
        return day.replace("d", dayOfMonth).replace("m", month).replace("y", year);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
