package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.gallery.enrolment.live.LiveEnrolment;
import io.lintel.gallery.enrolment.live.LiveEnrolments;
import java.util.function.Supplier;

/** Enrolments at the door's camera, one at a time; each is in the audit log once it is stored. Thread-safe. */
public final class LiveEnrolmentService {

    private final Supplier<LiveEnrolments> enrolments;
    private final PeopleService people;
    private final ScheduleService schedules;
    private final PeopleAudit audit;

    /** @param enrolments throws until recognition has started */
    public LiveEnrolmentService(
            Supplier<LiveEnrolments> enrolments, PeopleService people, ScheduleService schedules, AuditLog audit) {
        this.enrolments = enrolments;
        this.people = people;
        this.schedules = schedules;
        this.audit = new PeopleAudit(audit);
    }

    /**
     * Starts with a new person.
     *
     * @param access that the person gets once enrolled
     * @throws io.lintel.system.LintelException while another one runs
     */
    public LiveEnrolment start(String actor, PersonDraft draft, InitialAccess access) {
        access.check(schedules);
        return enrolments.get().begin(new GuidedSubject.NewPerson(draft, false), actor, done -> {
            audit.enrolled(actor, done);
            access.give(schedules, actor, done.result().person().id());
        });
    }

    /** Starts to take more pictures of an enrolled person. @throws io.lintel.system.LintelException as {@link #start} */
    public LiveEnrolment startMore(String actor, PersonId id) {
        PersonId person = people.person(id).id();
        return enrolments
                .get()
                .begin(new GuidedSubject.Existing(person, false), actor, done -> audit.templatesAdded(actor, done));
    }

    /** @throws ServiceException if it is over and forgotten */
    public LiveEnrolment find(String key) {
        return enrolments
                .get()
                .find(key)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Reason.NOT_FOUND, "This enrolment is over", "begin again on the people page"));
    }
}
