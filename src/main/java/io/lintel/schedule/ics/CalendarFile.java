package io.lintel.schedule.ics;

import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleFormatException;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ics.CalendarImport.Skipped;
import io.lintel.system.LintelException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole-day events of a calendar file as holidays. Events with a time of the day, cancelled ones, past ones and ones with a
 * rule that is not understood are left out, each with the reason: a holiday that is guessed could open a door.
 */
public final class CalendarFile {

    public static final int LARGEST_BYTES = 2 << 20;

    private static final int MOST_EVENTS = 5000;

    private final LocalDate today;
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private CalendarFile(LocalDate today) {
        this.today = today;
    }

    /** @throws ScheduleFormatException if it is no calendar file */
    public static CalendarImport read(byte[] content, LocalDate today) {
        if (content.length > LARGEST_BYTES) {
            throw new ScheduleFormatException(
                    "the calendar file is larger than " + (LARGEST_BYTES >> 20) + " MB",
                    "export a calendar that holds holidays only");
        }
        List<ContentLine> lines = ContentLine.of(new String(content, StandardCharsets.UTF_8));
        if (lines.stream().noneMatch(line -> is(line, "BEGIN", "VCALENDAR"))) {
            throw new ScheduleFormatException(
                    "this is no iCalendar file: it has no BEGIN:VCALENDAR",
                    "choose a file that ends in .ics, as calendar programs export it");
        }
        CalendarFile file = new CalendarFile(today);
        file.readAll(lines);
        return new CalendarImport(file.holidays, file.skipped);
    }

    private void readAll(List<ContentLine> lines) {
        Event event = null;
        int depth = 0;
        int events = 0;
        for (ContentLine line : lines) {
            if (is(line, "BEGIN", "VEVENT")) {
                event = new Event();
                depth = 0;
                if (++events > MOST_EVENTS) {
                    throw new ScheduleFormatException(
                            "the calendar has more than " + MOST_EVENTS + " events",
                            "export a calendar that holds holidays only");
                }
            } else if (event != null && is(line, "END", "VEVENT")) {
                take(event);
                event = null;
            } else if (event != null) {
                // An alarm inside an event has properties of its own.
                depth += line.name().equals("BEGIN") ? 1 : line.name().equals("END") ? -1 : 0;
                if (depth == 0) {
                    event.property(line);
                }
            }
        }
    }

    private void take(Event event) {
        try {
            String why = event.add(holidays, today);
            if (why != null) {
                skipped.add(new Skipped(event.title(), why));
            }
        } catch (LintelException e) {
            skipped.add(new Skipped(event.title(), String.valueOf(e.getMessage())));
        } catch (DateTimeException e) {
            skipped.add(new Skipped(event.title(), "its day cannot be understood"));
        }
    }

    private static boolean is(ContentLine line, String name, String value) {
        return line.name().equals(name) && line.value().strip().equalsIgnoreCase(value);
    }

    /** The properties of one event that matter. */
    private static final class Event {

        private String summary = "";
        private @Nullable ContentLine start;
        private @Nullable ContentLine end;
        private @Nullable String duration;
        private @Nullable String rule;
        private boolean cancelled;
        private boolean moreDates;
        private final Set<String> except = new HashSet<>();

        void property(ContentLine line) {
            switch (line.name()) {
                case "SUMMARY" -> summary = line.text();
                case "DTSTART" -> start = line;
                case "DTEND" -> end = line;
                case "DURATION" -> duration = line.value().strip();
                case "RRULE" -> rule = line.value();
                case "RDATE" -> moreDates = true;
                case "EXDATE" -> except.addAll(List.of(line.value().strip().split(",", -1)));
                case "STATUS" -> cancelled = line.value().strip().equalsIgnoreCase("CANCELLED");
                default -> {}
            }
        }

        String title() {
            String title = summary.isBlank() ? "an event without a title" : summary;
            return title.length() <= ScheduleName.LONGEST ? title : title.substring(0, ScheduleName.LONGEST - 1) + "…";
        }

        /** @return why it was left out; null when it was added */
        @Nullable
        String add(List<Holiday> to, LocalDate today) {
            if (cancelled) {
                return "it is cancelled";
            }
            if (start == null || !isDate(start)) {
                return "it has a time of the day: holidays are whole days";
            }
            if (moreDates) {
                return "it repeats on single dates";
            }
            ScheduleName name = new ScheduleName(summary.isBlank() ? "Holiday" : title());
            LocalDate first = day(start);
            long more = Math.max(1, length(first)) - 1;
            if (rule == null) {
                return addOnce(to, name, first, more, today);
            }
            Optional<YearlyRule> yearly = YearlyRule.parse(rule, first);
            if (yearly.isEmpty()) {
                return "its rule is not understood: " + rule;
            }
            if (yearly.get().endless() && except.isEmpty()) {
                to.add(new Holiday(name, first, first.plusDays(more), true));
                return null;
            }
            String none = "all of its days are past";
            for (LocalDate each : yearly.get().occurrences(first, today)) {
                if (!except.contains(each.format(DateTimeFormatter.BASIC_ISO_DATE))
                        && addOnce(to, name, each, more, today) == null) {
                    none = null;
                }
            }
            return none;
        }

        private static @Nullable String addOnce(
                List<Holiday> to, ScheduleName name, LocalDate first, long more, LocalDate today) {
            LocalDate last = first.plusDays(more);
            if (last.isBefore(today)) {
                return "it is past";
            }
            to.add(new Holiday(name, first, last, false));
            return null;
        }

        /** Days; DTEND is exclusive. */
        private long length(LocalDate first) {
            if (end != null) {
                return isDate(end) ? ChronoUnit.DAYS.between(first, day(end)) : 1;
            }
            return duration == null
                    ? 1
                    : Period.parse(duration.replaceFirst("T.*", "")).getDays();
        }

        private static boolean isDate(ContentLine line) {
            return line.has("VALUE=DATE") || line.value().strip().length() == 8;
        }

        private static LocalDate day(ContentLine line) {
            return LocalDate.parse(line.value().strip(), DateTimeFormatter.BASIC_ISO_DATE);
        }
    }
}
