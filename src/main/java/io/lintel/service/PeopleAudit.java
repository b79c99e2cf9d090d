package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes changes of the gallery to the audit log. Names, notes and what people agreed to stay out of it: the log outlives the person, and must not keep
 * what a removal has destroyed.
 */
final class PeopleAudit {

    /** What may be told of a person after their removal: switches and dates. Of everything else, and what is added later, only that it changed. */
    private static final Set<String> IMPERSONAL =
            Set.of("enabled", "valid_from", "valid_until", "consent_given", "consent_keep_days");

    private final AuditLog log;

    PeopleAudit(AuditLog log) {
        this.log = log;
    }

    /**
     * Enrolled people who look like somebody else, which an operator had to confirm, are named in the details.
     *
     * @param actor who did it, such as {@code cli:root} or an account's name
     */
    void enrolled(String actor, EnrolmentOutcome.Enrolled done) {
        AuditDetails details =
                new AuditDetails().put("templates", done.result().templates().size());
        putLookAlikes(details, done.warnings());
        log.append(AuditEvent.of(AuditKind.PERSON_ENROLLED, actor)
                .about(done.result().person().id().value())
                .with(details));
    }

    void templatesAdded(String actor, EnrolmentOutcome.Enrolled done) {
        AuditDetails details = new AuditDetails()
                .put("templates_added", done.result().templates().size());
        putLookAlikes(details, done.warnings());
        changed(actor, done.result().person().id(), details);
    }

    /** @param visit the row of the log whose picture the template was made of */
    void learntFromVisit(String actor, EnrolmentOutcome.Enrolled done, long visit) {
        AuditDetails details = new AuditDetails()
                .put("templates_added", done.result().templates().size())
                .put("visit", visit)
                .put("template", done.result().templates().getFirst().id());
        putLookAlikes(details, done.warnings());
        changed(actor, done.result().person().id(), details);
    }

    private static void putLookAlikes(AuditDetails details, List<EnrolmentWarning> warnings) {
        for (EnrolmentWarning warning : warnings) {
            if (warning instanceof EnrolmentWarning.LookAlike(Person other, double score)) {
                details.put("looks_like_" + other.id(), score);
            }
        }
    }

    void changed(String actor, PersonChange change) {
        AuditDetails details = new AuditDetails();
        for (PersonChange.Field field : change.fields()) {
            boolean impersonal = IMPERSONAL.contains(field.name());
            details.put(field.name(), impersonal ? field.from() + " -> " + field.to() : "changed");
        }
        changed(actor, change.after().id(), details);
    }

    void templatesRemoved(String actor, PersonId person, int templates) {
        changed(actor, person, new AuditDetails().put("templates_removed", templates));
    }

    /** Many at once, by their numbers, so that they can be taken back together. */
    void imported(String actor, List<PersonId> people) {
        log.append(AuditEvent.of(AuditKind.DATA_IMPORTED, actor)
                .with(new AuditDetails()
                        .put("what", "people")
                        .put("people", people.size())
                        .put("ids", people.stream().map(PersonId::toString).collect(Collectors.joining(" ")))));
    }

    private void changed(String actor, PersonId person, AuditDetails details) {
        log.append(AuditEvent.of(AuditKind.PERSON_CHANGED, actor)
                .about(person.value())
                .with(details));
    }

    void removed(String actor, PersonRemoval removal) {
        log.append(AuditEvent.of(AuditKind.PERSON_REMOVED, actor)
                .about(removal.person().id().value())
                .with(new AuditDetails().put("templates", removal.templates()).put("traceless", removal.traceless())));
    }
}
