package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.Template;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.photo.PhotoGate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Enrols, changes and removes people; each change is in the audit log. The actor is who does it, as the log names them. Thread-safe.
 */
public final class PeopleService {

    private static final int AT_ONCE = 500;

    private final People people;
    private final Enrolment enrolment;
    private final PersonPins pins;
    private final PeopleAudit audit;
    private final PhotoGate gate;
    private final Snapshots snapshots;

    public PeopleService(
            People people, Enrolment enrolment, PersonPins pins, AuditLog audit, PhotoGate gate, Snapshots snapshots) {
        this.people = people;
        this.enrolment = enrolment;
        this.pins = pins;
        this.audit = new PeopleAudit(audit);
        this.gate = gate;
        this.snapshots = snapshots;
    }

    /** @throws ServiceException if there is no such person */
    public Person person(PersonId id) {
        return people.find(id).orElseThrow(() -> ServiceException.notFound("There is no person with the number " + id));
    }

    /**
     * Enrols a person from one to three photos; all or nothing.
     *
     * @throws io.lintel.gallery.photo.PhotoGateBusyException while too many other photos wait
     * @param allowLookAlike an operator has confirmed that this is nobody of those enrolled
     */
    public EnrolmentOutcome enrol(String actor, PersonDraft draft, List<PhotoFile> files, boolean allowLookAlike) {
        return fromPhotos(files, shots -> enrolShots(actor, draft, shots, allowLookAlike));
    }

    /** As {@link #enrol}, from pictures that are read already and stay the caller's. */
    public EnrolmentOutcome enrolShots(String actor, PersonDraft draft, List<Shot> shots, boolean allowLookAlike) {
        return audited(enrolment.enrol(draft, shots, allowLookAlike), actor, audit::enrolled);
    }

    /**
     * Adds templates from one to three photos, which must show the person; all or nothing.
     *
     * @throws ServiceException if there is no such person
     */
    public EnrolmentOutcome addPhotos(String actor, PersonId id, List<PhotoFile> files, boolean allowLookAlike) {
        Person person = person(id);
        return fromPhotos(
                files,
                shots -> audited(enrolment.addShots(person.id(), shots, allowLookAlike), actor, audit::templatesAdded));
    }

    /**
     * Adds a template from the picture of a visit, which must show the person.
     *
     * @param visit row of the log that the picture belongs to
     * @throws ServiceException if there is no such person
     */
    public EnrolmentOutcome addFromVisit(String actor, PersonId id, Shot shot, long visit, boolean allowLookAlike) {
        return audited(
                enrolment.addShots(person(id).id(), List.of(shot), allowLookAlike),
                actor,
                (who, done) -> audit.learntFromVisit(who, done, visit));
    }

    /** Everybody whom the embedder in use does not know. */
    public List<Person> mustEnrolAgain() {
        List<Person> found = new ArrayList<>();
        List<PersonSummary> some = people.list("", AT_ONCE, 0);
        for (int offset = AT_ONCE; !some.isEmpty(); offset += AT_ONCE) {
            some.stream()
                    .map(PersonSummary::person)
                    .filter(person -> people.mustEnrolAgain(person.id()))
                    .forEach(found::add);
            some = people.list("", AT_ONCE, offset);
        }
        return found;
    }

    /**
     * Makes somebody known to the embedder in use from the portraits that were kept; the templates of other embedders stay.
     *
     * @return refused when no portrait will do: the person must enrol again
     * @throws ServiceException if there is no such person
     */
    public EnrolmentOutcome reembed(String actor, PersonId id) {
        return audited(enrolment.reembed(person(id).id()), actor, audit::templatesAdded);
    }

    private EnrolmentOutcome fromPhotos(List<PhotoFile> files, Function<List<Shot>, EnrolmentOutcome> work) {
        try (PhotoGate.Turn turn = gate.enter()) {
            return work.apply(EnrolmentPhotos.shots(files, turn.photos()));
        }
    }

    /** An outcome that waits for a confirmation writes its row when it is confirmed. */
    private static EnrolmentOutcome audited(
            EnrolmentOutcome outcome, String actor, BiConsumer<String, EnrolmentOutcome.Enrolled> write) {
        return switch (outcome) {
            case EnrolmentOutcome.Enrolled done -> {
                write.accept(actor, done);
                yield done;
            }
            case EnrolmentOutcome.Refused refused -> refused;
            case EnrolmentOutcome.NeedsConfirmation asked ->
                new EnrolmentOutcome.NeedsConfirmation(asked.warnings(), asked.face(), () -> {
                    EnrolmentOutcome.Enrolled done = new EnrolmentOutcome.Enrolled(asked.store(), asked.warnings());
                    write.accept(actor, done);
                    return done.result();
                });
        };
    }

    /** @throws ServiceException if there is no such person */
    public PersonChange edit(String actor, PersonId id, UnaryOperator<Person> change) {
        PersonChange done = people.edit(person(id).id(), change);
        if (!done.fields().isEmpty()) {
            audit.changed(actor, done);
        }
        return done;
    }

    /** The same change of several people, all or nothing; who is gone is left out. @return those who are different now */
    public List<PersonChange> editAll(String actor, Collection<PersonId> ids, UnaryOperator<Person> change) {
        List<PersonChange> done = people.editAll(ids, change).stream()
                .filter(each -> !each.fields().isEmpty())
                .toList();
        done.forEach(each -> audit.changed(actor, each));
        return done;
    }

    /** As {@link #remove}, all or nothing; who is gone is left out. */
    public List<PersonRemoval> removeAll(String actor, Collection<PersonId> ids) {
        List<PersonRemoval> removals = people.removeAll(ids);
        removals.forEach(each -> audit.removed(actor, each));
        return removals;
    }

    /**
     * Destroys templates, portraits, PIN, group memberships and the pictures of decisions with the person; the log's rows stay.
     *
     * @throws ServiceException if there is no such person
     */
    public PersonRemoval remove(String actor, PersonId id) {
        PersonRemoval removal = people.remove(person(id).id());
        audit.removed(actor, removal);
        snapshots.forget(id);
        return removal;
    }

    /**
     * @throws ServiceException if there is no such person, or no such template
     * @throws GalleryException if it is the last one
     */
    public Template removeTemplate(String actor, PersonId id, long template) {
        Template removed = people.removeTemplate(person(id).id(), template).orElseThrow(() -> noTemplate(template));
        audit.templatesRemoved(actor, id, 1);
        return removed;
    }

    private static ServiceException noTemplate(long template) {
        return ServiceException.notFound("The person has no template with the number " + template);
    }

    /** @throws io.lintel.system.LintelException if there is no such person, or the PIN is not acceptable */
    public void setPin(String actor, PersonId id, String pin) {
        pins.set(person(id).id(), pin, actor);
    }

    /** @return whether there was one */
    public boolean removePin(String actor, PersonId id) {
        return pins.remove(person(id).id(), actor);
    }

    public boolean hasPin(PersonId id) {
        return pins.has(id);
    }
}
