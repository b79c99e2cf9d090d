package io.lintel.service.visit;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.service.ServiceException;
import io.lintel.service.ServiceException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who was at the door, as operators say. They are rows of the log and nothing else: a later one about the same visit counts instead of an earlier
 * one. Thread-safe.
 */
public final class VisitConfirmations {

    private static final AuditFilter ALL = AuditFilter.ALL.withKinds(Set.of(AuditKind.VISIT_CONFIRMED));

    private final AuditLog log;
    private final People people;

    public VisitConfirmations(AuditLog log, People people) {
        this.log = log;
        this.people = people;
    }

    /**
     * Whom a decision is about: who was let in or turned away by name, or whom the face came nearest to. Empty for other rows, for nobody, and for
     * somebody who is not enrolled any more.
     */
    public Optional<Person> subject(AuditRow row) {
        AuditEvent event = row.event();
        if (!AuditKind.DECISIONS.contains(event.kind())) {
            return Optional.empty();
        }
        Long person = event.person();
        long number = person == null ? (long) event.number("best").orElse(0) : person;
        return number == 0 ? Optional.empty() : people.find(new PersonId(number));
    }

    /** What was last said about a visit, of the newest 1,000 confirmations. */
    public Optional<VisitConfirmation> of(long visit) {
        return Optional.ofNullable(newest().get(visit));
    }

    /** The visits of which it was last said that this person was there, or was not; the newest first. */
    public List<VisitConfirmation> of(PersonId person, VisitVerdict verdict) {
        return newest().values().stream()
                .filter(each -> each.person().equals(person) && each.verdict() == verdict)
                .toList();
    }

    private Map<Long, VisitConfirmation> newest() {
        Map<Long, VisitConfirmation> newest = new LinkedHashMap<>();
        log.newest(ALL, AuditLog.LARGEST_PAGE).rows().stream()
                .flatMap(row -> VisitConfirmation.of(row).stream())
                .forEach(each -> newest.putIfAbsent(each.visit(), each));
        return newest;
    }

    /**
     * Writes down who was there. Changes nothing else.
     *
     * @throws ServiceException if the row is no decision about somebody enrolled, or they have no consent on record
     */
    public void confirm(String actor, long visit, VisitVerdict verdict) {
        AuditRow row = log.row(visit).orElseThrow(() -> ServiceException.notFound("The log has no row " + visit));
        Person person = subject(row).orElseThrow(VisitConfirmations::nobody);
        requireConsent(person);
        log.append(AuditEvent.of(AuditKind.VISIT_CONFIRMED, actor)
                .about(person.id().value())
                .because(verdict.code())
                .with(new AuditDetails().put("visit", visit)));
    }

    private static ServiceException nobody() {
        return new ServiceException(
                Reason.INVALID,
                "This row is not about somebody who is enrolled",
                "choose a decision of the door about a person");
    }

    static void requireConsent(Person person) {
        if (person.consent() == null) {
            throw new ServiceException(
                    Reason.CONFLICT,
                    "No consent of " + person.name() + " is on record",
                    "record it on their page: without it nothing is learnt from their visits");
        }
    }
}
