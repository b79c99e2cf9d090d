package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.bulk.ImportDesk;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ImportSource;
import io.lintel.gallery.bulk.ImportTools;
import io.lintel.gallery.bulk.NewcomerHook;
import io.lintel.gallery.bulk.PeopleImport;
import io.lintel.gallery.bulk.PersonRow;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.Schedules;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Enrols many people at once, with their groups; each person has a row in the audit log. Thread-safe. */
public final class PeopleImportService implements AutoCloseable {

    private final People people;
    private final Enrolment enrolment;
    private final Schedules schedules;
    private final PeopleAudit audit;
    private final ZoneId zone;
    private final ImportDesk imports = new ImportDesk();

    public PeopleImportService(People people, Enrolment enrolment, Schedules schedules, AuditLog audit, ZoneId zone) {
        this.people = people;
        this.enrolment = enrolment;
        this.schedules = schedules;
        this.audit = new PeopleAudit(audit);
        this.zone = zone;
    }

    /**
     * Starts an import in the background, one at a time.
     *
     * @param source opened only if no other import runs
     * @param afterwards always called
     */
    public ImportDesk.Job start(
            String actor, Supplier<ImportSource> source, ImportOptions options, Runnable afterwards) {
        return imports.begin(actor, () -> prepare(actor, source.get(), options), afterwards);
    }

    /** An import that its caller runs. */
    public PeopleImport prepare(String actor, ImportSource source, ImportOptions options) {
        ImportTools tools = new ImportTools(
                enrolment,
                people,
                new PhotoReader(PhotoLimits.DEFAULT),
                new Newcomers(actor),
                ImportLimits.DEFAULT,
                zone,
                InstantSource.system());
        return new PeopleImport(source, tools, options);
    }

    /** The newest import, running or over. */
    public Optional<ImportDesk.Job> latest() {
        return imports.latest();
    }

    /** @throws ServiceException if its report is gone */
    public ImportDesk.Job find(String key) {
        return imports.find(key)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Reason.NOT_FOUND,
                        "There is no report of this import any more",
                        "what it enrolled is on the people page"));
    }

    @Override
    public void close() throws InterruptedException {
        imports.close();
    }

    /** The audit row and the groups of a person who came with an import. */
    private final class Newcomers implements NewcomerHook {

        private final String actor;

        Newcomers(String actor) {
            this.actor = actor;
        }

        @Override
        public void check(PersonRow row) {
            groups(row);
        }

        @Override
        public void enrolled(EnrolmentOutcome.Enrolled done, PersonRow row) {
            audit.enrolled(actor, done);
            Set<Group.Id> groups = groups(row);
            if (!groups.isEmpty()) {
                PersonId id = done.result().person().id();
                schedules.setGroupsOf(id, groups);
                audit.joined(actor, id, groups);
            }
        }

        private Set<Group.Id> groups(PersonRow row) {
            ScheduleSnapshot now = schedules.snapshot();
            return row.groups().stream().map(name -> group(now, name).id()).collect(Collectors.toSet());
        }

        private static Group group(ScheduleSnapshot now, String name) {
            return now.groups().stream()
                    .filter(group -> group.name().value().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new GalleryException(
                            "There is no group \"" + name + "\"", "make the group first, or mend the CSV file"));
        }
    }
}
