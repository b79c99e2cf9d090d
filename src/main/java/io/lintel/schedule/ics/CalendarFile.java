package io.lintel.schedule.ics;

import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleFormatException;
import io.lintel.schedule.ics.CalendarImport.Skipped;
import io.lintel.system.LintelException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads whole-day events of a calendar file as holidays: what covers days from midnight to midnight, however it is written. Events with a time of the day, cancelled ones, past ones and ones with a
 * rule that is not understood are left out, each with the reason: a holiday that is guessed could open a door.
 */
public final class CalendarFile {

    public static final int LARGEST_BYTES = 2 << 20;

    private static final int MOST_EVENTS = 5000;

    private final LocalDate today;
    private final ZoneId site;
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<String, CalendarEvent> series = new LinkedHashMap<>();
    private final List<CalendarEvent> exceptions = new ArrayList<>();

    private CalendarFile(LocalDate today, ZoneId site) {
        this.today = today;
        this.site = site;
    }

    /**
     * @param site whose days count for times in UTC
     * @throws ScheduleFormatException if it is no calendar file
     */
    public static CalendarImport read(byte[] content, LocalDate today, ZoneId site) {
        if (content.length > LARGEST_BYTES) {
            throw new ScheduleFormatException(
                    "the calendar file is larger than " + (LARGEST_BYTES >> 20) + " MB",
                    "export a calendar that holds holidays only");
        }
        List<ContentLine> lines = ContentLine.of(CalendarText.decoded(content));
        if (lines.stream().noneMatch(line -> is(line, "BEGIN", "VCALENDAR"))) {
            throw new ScheduleFormatException(
                    "this is no iCalendar file: it has no BEGIN:VCALENDAR",
                    "choose a file that ends in .ics, as calendar programs export it");
        }
        CalendarFile file = new CalendarFile(today, site);
        file.readAll(lines, lines.stream().anyMatch(line -> is(line, "METHOD", "CANCEL")));
        file.takeAll();
        return new CalendarImport(file.holidays, file.skipped);
    }

    private void readAll(List<ContentLine> lines, boolean cancelled) {
        CalendarEvent event = null;
        int depth = 0;
        int events = 0;
        for (ContentLine line : lines) {
            if (is(line, "BEGIN", "VEVENT")) {
                event = new CalendarEvent(site);
                depth = 0;
                if (++events > MOST_EVENTS) {
                    throw new ScheduleFormatException(
                            "the calendar has more than " + MOST_EVENTS + " events",
                            "export a calendar that holds holidays only");
                }
            } else if (event != null && is(line, "END", "VEVENT")) {
                if (cancelled) {
                    event.cancel();
                }
                keep(event, events);
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

    /** Of two versions of an event the newer one counts; two without versions are two events, whatever their UIDs. */
    private void keep(CalendarEvent event, int number) {
        if (event.isException()) {
            exceptions.add(event);
            return;
        }
        CalendarEvent same = series.get(event.uid());
        if (same == null || event.uid().isEmpty() || event.isNewerThan(same)) {
            series.put(event.uid().isEmpty() ? "event " + number : event.uid(), event);
        } else if (!same.isNewerThan(event)) {
            series.put(event.uid() + " event " + number, event);
        }
    }

    private void takeAll() {
        for (CalendarEvent exception : exceptions) {
            CalendarEvent whole = series.get(exception.uid());
            if (whole != null) {
                whole.addException(exception);
            }
        }
        series.values().forEach(this::take);
        exceptions.forEach(this::take);
    }

    private void take(CalendarEvent event) {
        try {
            CalendarEvent.Reason why = event.add(holidays, today);
            if (why != null) {
                skipped.add(new Skipped(event.title(), why.text(), why.expected()));
            }
        } catch (LintelException e) {
            skipped.add(new Skipped(event.title(), String.valueOf(e.getMessage()), false));
        } catch (DateTimeException | ArithmeticException e) {
            skipped.add(new Skipped(event.title(), "its day cannot be understood", false));
        }
    }

    private static boolean is(ContentLine line, String name, String value) {
        return line.name().equals(name) && line.value().strip().equalsIgnoreCase(value);
    }
}
