package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.Consent;
import io.lintel.gallery.People;
import io.lintel.gallery.PeopleQuery;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.bulk.ListColumns;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.system.CsvLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of people as a CSV file that spreadsheets open and that an import reads again, beside the people's pictures. Who exported
 * it is in the log. Thread-safe.
 */
public final class PeopleExportService {

    /** Spreadsheets take a file without it for one in the country's old character set. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int AT_ONCE = 500;

    private final People people;
    private final ScheduleService schedules;
    private final AuditLog audit;
    private final ZoneId zone;

    public PeopleExportService(People people, ScheduleService schedules, AuditLog audit, ZoneId zone) {
        this.people = people;
        this.schedules = schedules;
        this.audit = audit;
        this.zone = zone;
    }

    /** Everybody whom a query finds, on all of its pages. */
    public List<PersonSummary> all(PeopleQuery query) {
        List<PersonSummary> found = new ArrayList<>();
        PersonId after = null;
        do {
            var page = people.page(query.after(after));
            found.addAll(page.people());
            after = page.next();
        } while (after != null);
        return found;
    }

    /** Those of them who are still enrolled, in alphabetical order. */
    public List<PersonSummary> all(Collection<PersonId> chosen) {
        Set<PersonId> wanted = Set.copyOf(chosen);
        return all(PeopleQuery.all(AT_ONCE)).stream()
                .filter(each -> wanted.contains(each.person().id()))
                .toList();
    }

    /** Notes who takes the list away, then gives it. */
    public String csv(String actor, List<PersonSummary> list) {
        audit.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "people").put("people", list.size())));
        ScheduleSnapshot now = schedules.snapshot();
        return BYTE_ORDER_MARK
                + CsvLine.of(ListColumns.EXPORTED)
                + list.stream().map(each -> line(each, now)).collect(Collectors.joining());
    }

    private String line(PersonSummary summary, ScheduleSnapshot now) {
        Person person = summary.person();
        Consent consent = person.consent();
        Assignment access = now.of(person.id());
        return CsvLine.of(List.of(
                person.id().toString(),
                person.name().value(),
                person.note(),
                person.enabled() ? "yes" : "no",
                begin(person.validity().from()),
                end(person.validity().until()),
                access.groups().stream().map(group -> group.name().value()).collect(Collectors.joining(";")),
                String.join(";", now.names(access.own())),
                consent == null ? "" : consent.purpose(),
                consent == null ? "" : consent.given().toString(),
                consent == null ? "" : Integer.toString(consent.keepDays()),
                begin(person.created()),
                begin(summary.lastVisit())));
    }

    /** A day where it begins with one, else the moment. */
    private String begin(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        LocalDate day = moment.atZone(zone).toLocalDate();
        return day.atStartOfDay(zone).toInstant().equals(moment) ? day.toString() : moment.toString();
    }

    /** The last day where it ends with one, else the moment. */
    private String end(@Nullable Instant moment) {
        if (moment == null) {
            return "";
        }
        LocalDate day = moment.atZone(zone).toLocalDate();
        return day.atStartOfDay(zone).toInstant().equals(moment)
                ? day.minusDays(1).toString()
                : moment.toString();
    }
}
