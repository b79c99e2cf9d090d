package io.lintel.service;

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
import java.util.stream.Stream;

/**
 * Keeps what was agreed on: a person's data are deleted so many days after the last visit. For a person who never came, the term runs
 * from the consent. A person without a recorded consent has no term.
 */
public final class ConsentTerms {

    private static final int AT_ONCE = 500;
    private static final Set<AuditKind> VISITS = Set.of(AuditKind.ACCESS_GRANTED);

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

    /** To be called before rows of the log are deleted: the last visit is read from them. @return how many people went */
    int enforce(Instant now) {
        List<PersonId> lapsed = new ArrayList<>();
        for (int offset = 0; ; offset += AT_ONCE) {
            List<PersonSummary> some = people.list("", AT_ONCE, offset);
            some.stream()
                    .map(PersonSummary::person)
                    .filter(person -> hasLapsed(person, now))
                    .map(Person::id)
                    .forEach(lapsed::add);
            if (some.size() < AT_ONCE) {
                break;
            }
        }
        lapsed.forEach(remove);
        return lapsed.size();
    }

    private boolean hasLapsed(Person person, Instant now) {
        Consent consent = person.consent();
        if (consent == null) {
            return false;
        }
        Instant since = Stream.concat(Stream.of(person.created(), consent.given()), lastVisit(person.id()).stream())
                .max(Instant::compareTo)
                .orElseThrow();
        return since.plus(Duration.ofDays(consent.keepDays())).isBefore(now);
    }

    private Optional<Instant> lastVisit(PersonId person) {
        Optional<Instant> known = visits.last(person);
        Optional<Instant> newest =
                log.newest(AuditFilter.ALL.withKinds(VISITS).withPerson(person.value()), 1).rows().stream()
                        .map(AuditRow::at)
                        .filter(visit -> known.isEmpty() || visit.isAfter(known.get()))
                        .findFirst();
        newest.ifPresent(visit -> visits.note(person, visit));
        return newest.or(() -> known);
    }
}
