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
import io.lintel.schedule.Group;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes changes of the gallery to the audit log. Names and notes stay out of it: the log outlives the person, and must not keep
 * what a removal has destroyed.
 */
final class PeopleAudit {

    private static final Set<String> PERSONAL = Set.of("name", "note");

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
            boolean personal = PERSONAL.contains(field.name());
            details.put(field.name(), personal ? "changed" : field.from() + " -> " + field.to());
        }
        changed(actor, change.after().id(), details);
    }

    void templatesRemoved(String actor, PersonId person, int templates) {
        changed(actor, person, new AuditDetails().put("templates_removed", templates));
    }

    public void joined(String actor, PersonId person, Set<Group.Id> groups) {
        changed(
                actor,
                person,
                new AuditDetails()
                        .put(
                                "groups",
                                groups.stream().map(Group.Id::toString).sorted().collect(Collectors.joining(" "))));
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
