package io.lintel.schedule.ics;

import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties of one event that matter. An event and its exceptions, which have the same UID and a RECURRENCE-ID, are one series. */
final class CalendarEvent {

    /** Outlook's and Exchange's own marks, and that of Funambol's programs, of an event that lasts whole days. */
    private static final Set<String> WHOLE_DAY_MARKS =
            Set.of("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY");

    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,9})S)?)?");

    private static final long DAY = 86_400;

    private static final long[] SECONDS = {7 * DAY, DAY, 3600, 60, 1};

    private final ZoneId site;
    private String summary = "";
    private String uid = "";
    private int sequence;
    private @Nullable ContentLine start;
    private @Nullable ContentLine end;
    private @Nullable String duration;
    private @Nullable String rule;
    private @Nullable ContentLine replaces;
    private boolean cancelled;
    private boolean wholeDay;
    private final List<String> alsoOn = new ArrayList<>();
    private final List<String> except = new ArrayList<>();
    private final List<CalendarEvent> exceptions = new ArrayList<>();

    CalendarEvent(ZoneId site) {
        this.site = site;
    }

    void property(ContentLine line) {
        String value = line.value().strip();
        switch (line.name()) {
            case "SUMMARY" -> summary = line.text();
            case "UID" -> uid = value;
            case "SEQUENCE" -> sequence = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
            case "DTSTART" -> start = line;
            case "DTEND" -> end = line;
            case "DURATION" -> duration = value.toUpperCase(Locale.ROOT);
            case "RRULE" -> rule = rule == null ? value : rule + ";TWO-RULES";
            case "RDATE" -> alsoOn.add(value);
            case "EXDATE" -> except.add(value);
            case "RECURRENCE-ID" -> replaces = line;
            case "STATUS" -> cancelled |= value.equalsIgnoreCase("CANCELLED");
            default -> wholeDay |= WHOLE_DAY_MARKS.contains(line.name()) && value.matches("(?i)true|1");
        }
    }

    void cancel() {
        cancelled = true;
    }

    String uid() {
        return uid;
    }

    /** Whether it stands for one day of a series. */
    boolean isException() {
        return replaces != null;
    }

    /** Whether it is a later version of the same event. */
    boolean isNewerThan(CalendarEvent other) {
        return sequence > other.sequence;
    }

    void addException(CalendarEvent exception) {
        exceptions.add(exception);
    }

    String title() {
        String title = summary.isBlank() ? "an event without a title" : summary;
        return title.length() <= ScheduleName.LONGEST ? title : title.substring(0, ScheduleName.LONGEST - 1) + "…";
    }

    /**
     * @return why it was left out; null when it was added
     * @throws DateTimeException if a day is none
     */
    @Nullable
    Reason add(List<Holiday> to, LocalDate today) {
        if (cancelled) {
            return Reason.asItShouldBe("it is cancelled");
        }
        ContentLine begin = start;
        if (begin == null) {
            return Reason.notRead("it has no first day");
        }
        CalendarDate first = CalendarDate.parse(begin.value(), site);
        long days = isDate(begin) ? daysOfDates(first) : wholeDays(first);
        if (days == 0) {
            return Reason.notRead("it has a time of the day: holidays are whole days");
        }
        ScheduleName name = new ScheduleName(summary.isBlank() ? "Holiday" : title());
        return addSeries(to, name, first.date(), days - 1, today);
    }

    private @Nullable Reason addSeries(
            List<Holiday> to, ScheduleName name, LocalDate first, long more, LocalDate today) {
        Set<LocalDate> without = new HashSet<>();
        for (String list : except) {
            CalendarDate.list(list, site).forEach(day -> without.add(day.date()));
        }
        for (CalendarEvent exception : exceptions) {
            ContentLine replaced = exception.replaces;
            if (replaced != null && replaced.has("RANGE=THISANDFUTURE")) {
                return Reason.notRead("it changes from a day on: add its days by hand");
            } else if (replaced != null) {
                without.add(CalendarDate.parse(replaced.value(), site).date());
            }
        }
        List<LocalDate> firsts = new ArrayList<>(List.of(first));
        if (rule != null) {
            Optional<Recurrence> series = Recurrence.parse(rule, first, site);
            if (series.isEmpty()) {
                return Reason.notRead("its rule is not understood: " + rule);
            }
            if (series.get().isSameDayOfEveryYear() && without.isEmpty() && alsoOn.isEmpty()) {
                to.add(new Holiday(name, first, first.plusDays(more), true));
                return null;
            }
            firsts = new ArrayList<>(series.get().occurrences(today));
        }
        for (String list : alsoOn) {
            for (CalendarDate day : CalendarDate.list(list, site)) {
                firsts.add(day.date());
            }
        }
        List<Holiday> found = firsts.stream()
                .distinct()
                .filter(day -> !without.contains(day))
                .filter(day -> !day.plusDays(more).isBefore(today))
                .map(day -> new Holiday(name, day, day.plusDays(more), false))
                .toList();
        to.addAll(found);
        return found.isEmpty() ? Reason.asItShouldBe("it is past, or none of its days is left") : null;
    }

    /** The end is exclusive; one that is not after the start is none. */
    private long daysOfDates(CalendarDate first) {
        long days = 1;
        if (end != null) {
            days = ChronoUnit.DAYS.between(
                    first.date(), CalendarDate.parse(end.value(), site).date());
        } else if (duration != null) {
            days = secondsOfDuration(duration) / DAY;
        }
        return Math.max(1, days);
    }

    /** How many days times cover, from midnight to midnight; 0 if they are no whole ones. */
    private long wholeDays(CalendarDate first) {
        if (!first.isMidnight()) {
            return 0;
        }
        if (end != null) {
            CalendarDate last = CalendarDate.parse(end.value(), site);
            long days = ChronoUnit.DAYS.between(first.date(), last.date()) + (last.isEndOfDay() ? 1 : 0);
            return last.isMidnight() || last.isEndOfDay() ? Math.max(days, wholeDay ? 1 : 0) : 0;
        }
        if (duration != null) {
            long seconds = secondsOfDuration(duration);
            return seconds % DAY == 0 ? seconds / DAY : 0;
        }
        return wholeDay ? 1 : 0;
    }

    private static long secondsOfDuration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("no duration: " + text);
        }
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String part = parts.group(i + 1);
            seconds += part == null ? 0 : SECONDS[i] * Integer.parseInt(part);
        }
        return seconds;
    }

    private static boolean isDate(ContentLine line) {
        return line.has("VALUE=DATE") || line.value().strip().length() == 8;
    }

    /** Why an event is no holiday. @param expected whether that is as it should be: it is past or cancelled */
    record Reason(String text, boolean expected) {

        static Reason asItShouldBe(String text) {
            return new Reason(text, true);
        }

        static Reason notRead(String text) {
            return new Reason(text, false);
        }
    }
}
