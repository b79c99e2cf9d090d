package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.schedule.Changed;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleFormatException;
import io.lintel.schedule.Schedules;
import io.lintel.schedule.ics.CalendarFile;
import io.lintel.schedule.ics.CalendarImport;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The use cases of holidays: typed, imported, or followed in a calendar; each change is in the audit log. Thread-safe. */
public final class HolidayService {

    /** The origin of holidays that follow a calendar by its address. */
    public static final String CALENDAR = "calendar";

    private static final String IMPORT = "import ";

    private final Schedules schedules;
    private final ScheduleAudit audit;
    private final ZoneId zone;
    private final InstantSource clock;

    HolidayService(Schedules schedules, AuditLog audit, ZoneId zone, InstantSource clock) {
        this.schedules = schedules;
        this.audit = new ScheduleAudit(audit);
        this.zone = zone;
        this.clock = clock;
    }

    /** @return those that were not in the calendar yet */
    public List<Holiday.Stored> add(String actor, List<Holiday> holidays) {
        return add(actor, holidays, Holiday.BY_HAND);
    }

    private List<Holiday.Stored> add(String actor, List<Holiday> holidays, String origin) {
        List<Holiday.Stored> added = schedules.addHolidays(holidays, origin);
        audit.holidaysAdded(actor, added);
        return added;
    }

    public Holiday.Stored remove(String actor, Holiday.Id id) {
        Holiday.Stored removed = schedules.removeHoliday(id);
        audit.holidaysRemoved(actor, List.of(removed));
        return removed;
    }

    /** Adds the whole-day events of an iCalendar file. {@link #undoImport} takes them back. */
    public Imported importFile(String actor, byte[] calendarFile) {
        CalendarImport found = CalendarFile.read(calendarFile, today(), zone);
        String origin = IMPORT + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Imported(add(actor, found.holidays(), origin), found, origin);
    }

    /**
     * Takes an import back as a whole: the days that it brought and that are still there.
     *
     * @param origin {@link Holiday.Stored#origin} of its days
     * @throws ServiceException if none of them is there
     */
    public List<Holiday.Stored> undoImport(String actor, String origin) {
        List<Holiday.Stored> removed = origin.startsWith(IMPORT) ? schedules.removeHolidays(origin) : List.of();
        if (removed.isEmpty()) {
            throw ServiceException.notFound("None of the holidays of this import is there any more");
        }
        audit.holidaysRemoved(actor, removed);
        return removed;
    }

    /**
     * Makes the calendar's days those of a file that was fetched: new ones come, those that are in it no more go; what was typed or imported stays.
     *
     * @throws io.lintel.schedule.ScheduleFormatException if it is no calendar, or holds no holiday
     */
    public Imported followCalendar(String actor, byte[] calendarFile) {
        CalendarImport found = CalendarFile.read(calendarFile, today(), zone);
        if (found.holidays().isEmpty()) {
            throw new ScheduleFormatException(
                    "there is no whole-day event to come in this calendar", "check which calendar the address is of");
        }
        Changed<List<Holiday.Stored>> change = schedules.replaceHolidays(found.holidays(), CALENDAR);
        audit.holidaysRemoved(actor, change.before());
        audit.holidaysAdded(actor, change.after());
        return new Imported(change.after(), found, CALENDAR);
    }

    /** When an import brought its days; empty for another origin. */
    public static Optional<Instant> broughtAt(String origin) {
        return origin.startsWith(IMPORT)
                ? Optional.of(Instant.parse(origin.substring(IMPORT.length())))
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Result of a calendar import. @param added those that were not in the calendar yet @param origin by which they are taken back */
    public record Imported(List<Holiday.Stored> added, CalendarImport found, String origin) {

        public int known() {
            return found.holidays().size() - added.size();
        }
    }
}
