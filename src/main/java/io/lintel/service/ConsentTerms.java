package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.Consent;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.VisitStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps what was agreed on: a person's data are deleted so many days after the last visit. For a person who never came, the term runs
 * from the consent. A person without a recorded consent has no term.
 * Two weeks before, a row of the log says so.
 */
public final class ConsentTerms {

    private static final int AT_ONCE = 500;

    /** How long before the end of a term its reminder stands in the log; of a short term the last half. */
    private static final Duration NOTICE = Duration.ofDays(14);

    private final People people;
    private final VisitStore visits;
    private final AuditLog log;
    private final Consumer<PersonId> remove;

    public ConsentTerms(People people, VisitStore visits, AuditLog log, Consumer<PersonId> remove) {
        this.people = people;
        this.visits = visits;
        this.log = log;
        this.remove = remove;
    }

    /** When a person's data are deleted unless they come before; empty without a recorded consent. */
    public Optional<Instant> end(Person person) {
        Consent consent = person.consent();
        return consent == null
                ? Optional.empty()
                : Optional.of(since(person, consent).plus(term(consent)));
    }

    /** To be called before rows of the log are deleted: the last visit is read from them. @return how many people went */
    int enforce(Instant now) {
        List<Person> lapsed =
                people(person -> end(person).map(end -> end.isBefore(now)).orElse(false));
        lapsed.stream().map(Person::id).forEach(remove);
        return lapsed.size();
    }

    /** Writes a row about each person whose term ends soon, once for each term. @return how many rows */
    int remind(Instant now) {
        List<Person> due = people(person -> isDue(person, now));
        for (Person person : due) {
            log.append(AuditEvent.of(AuditKind.DELETION_DUE, Retention.ACTOR)
                    .about(person.id().value())
                    .with(new AuditDetails()
                            .put("ends", end(person).map(Instant::toString).orElse(""))));
        }
        return due.size();
    }

    private boolean isDue(Person person, Instant now) {
        Consent consent = person.consent();
        if (consent == null) {
            return false;
        }
        Instant since = since(person, consent);
        Duration term = term(consent);
        Duration notice = NOTICE.compareTo(term.dividedBy(2)) < 0 ? NOTICE : term.dividedBy(2);
        return !now.isBefore(since.plus(term).minus(notice)) && !isReminded(person, since);
    }

    private boolean isReminded(Person person, Instant since) {
        return newest(AuditKind.DELETION_DUE, person.id())
                .filter(reminder -> reminder.isAfter(since))
                .isPresent();
    }

    private List<Person> people(Predicate<Person> wanted) {
        List<Person> found = new ArrayList<>();
        List<PersonSummary> some;
        for (int offset = 0; !(some = people.list("", AT_ONCE, offset)).isEmpty(); offset += AT_ONCE) {
            some.stream().map(PersonSummary::person).filter(wanted).forEach(found::add);
        }
        return found;
    }

    private static Duration term(Consent consent) {
        return Duration.ofDays(consent.keepDays());
    }

    private Instant since(Person person, Consent consent) {
        return Stream.concat(Stream.of(person.created(), consent.given()), lastVisit(person.id()).stream())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private Optional<Instant> lastVisit(PersonId person) {
        Optional<Instant> known = visits.last(person);
        Optional<Instant> newest =
                newest(AuditKind.ACCESS_GRANTED, person).filter(visit -> known.isEmpty() || visit.isAfter(known.get()));
        newest.ifPresent(visit -> visits.note(person, visit));
        return newest.or(() -> known);
    }

    private Optional<Instant> newest(AuditKind kind, PersonId person) {
        return log.newest(AuditFilter.ALL.withKinds(Set.of(kind)).withPerson(person.value()), 1).rows().stream()
                .map(AuditRow::at)
                .findFirst();
    }
}
