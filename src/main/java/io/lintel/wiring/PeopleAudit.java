package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.schedule.Group;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes to the audit log what was done to the gallery. Names and notes stay out of it: the log outlives the person, and must
 * not keep what a removal has destroyed.
 */
public final class PeopleAudit {

    private static final Set<String> PERSONAL = Set.of("name", "note");

    private final AuditLog log;

    public PeopleAudit(AuditLog log) {
        this.log = log;
    }

    /** @param actor who did it, such as {@code cli:root} or an account's name */
    public void enrolled(String actor, EnrolledPerson enrolled) {
        log.append(AuditEvent.of(AuditKind.PERSON_ENROLLED, actor)
                .about(enrolled.person().id().value())
                .with(new AuditDetails().put("templates", enrolled.templates().size())));
    }

    public void changed(String actor, PersonChange change) {
        AuditDetails details = new AuditDetails();
        for (PersonChange.Field field : change.fields()) {
            boolean personal = PERSONAL.contains(field.name());
            details.put(field.name(), personal ? "changed" : field.from() + " -> " + field.to());
        }
        log.append(AuditEvent.of(AuditKind.PERSON_CHANGED, actor)
                .about(change.after().id().value())
                .with(details));
    }

    /** Somebody was enrolled although he looks like others. */
    public void enrolledAllTheSame(String actor, EnrolledPerson enrolled, List<EnrolmentWarning> warnings) {
        AuditDetails details =
                new AuditDetails().put("templates", enrolled.templates().size());
        for (EnrolmentWarning warning : warnings) {
            if (warning instanceof EnrolmentWarning.LookAlike(Person other, double score)) {
                details.put("looks_like_" + other.id(), score);
            }
        }
        log.append(AuditEvent.of(AuditKind.PERSON_ENROLLED, actor)
                .about(enrolled.person().id().value())
                .with(details));
    }

    public void templatesAdded(String actor, PersonId person, int templates) {
        changed(actor, person, new AuditDetails().put("templates_added", templates));
    }

    public void templatesRemoved(String actor, PersonId person, int templates) {
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

    public void removed(String actor, PersonRemoval removal) {
        log.append(AuditEvent.of(AuditKind.PERSON_REMOVED, actor)
                .about(removal.person().id().value())
                .with(new AuditDetails().put("templates", removal.templates()).put("traceless", removal.traceless())));
    }
}
