package io.lintel.wiring;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.gallery.Template;
import io.lintel.gallery.bulk.ImportDesk;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ImportSource;
import io.lintel.gallery.bulk.ImportTools;
import io.lintel.gallery.bulk.NewcomerHook;
import io.lintel.gallery.bulk.PeopleImport;
import io.lintel.gallery.bulk.PersonRow;
import io.lintel.gallery.photo.PhotoLimits;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleSnapshot;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What pages, API and commands do with people, each with its row in the audit log. Thread-safe. */
@Unremovable
@Singleton
public class PeopleOffice {

    private final House house;
    private final ImportDesk imports = new ImportDesk();

    PeopleOffice(House house) {
        this.house = house;
    }

    public PeopleAudit audit() {
        return new PeopleAudit(house.audit());
    }

    public PersonChange edit(PersonId id, UnaryOperator<Person> change, String actor) {
        PersonChange done = house.people().edit(id, change);
        if (!done.fields().isEmpty()) {
            audit().changed(actor, done);
        }
        return done;
    }

    /** Destroys templates, portraits, PIN and group memberships with the person; the log's rows stay. */
    public PersonRemoval remove(PersonId id, String actor) {
        PersonRemoval removal = house.people().remove(id);
        audit().removed(actor, removal);
        return removal;
    }

    /** @throws GalleryException if it is the last one, or there is none with this number */
    public Template removeTemplate(PersonId id, long template, String actor) {
        if (house.people().templates(id).size() == 1) {
            throw new GalleryException(
                    "This is the last template: without it the person cannot be recognised",
                    "add another picture first, or disable or delete the person");
        }
        Template removed = house.people()
                .removeTemplate(id, template)
                .orElseThrow(() -> new GalleryException(
                        "The person has no template with the number " + template, "load the page again"));
        audit().templatesRemoved(actor, id, 1);
        return removed;
    }

    /** One import at a time, beside everything else. */
    public ImportDesk imports() {
        return imports;
    }

    /** Begins an import. @param source opened only if no other import runs @param afterwards always called */
    public ImportDesk.Job begin(
            Supplier<ImportSource> source, ImportOptions options, String actor, Runnable afterwards) {
        return imports.begin(actor, () -> prepare(source.get(), options, actor), afterwards);
    }

    /** An import that its caller runs. */
    public PeopleImport prepare(ImportSource source, ImportOptions options, String actor) {
        ImportTools tools = new ImportTools(
                house.enrolment(),
                house.people(),
                new PhotoReader(PhotoLimits.DEFAULT),
                new Newcomers(actor),
                ImportLimits.DEFAULT,
                RoomSettings.timeZone(house.config()),
                InstantSource.system());
        return new PeopleImport(source, tools, options);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            imports.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The audit row and the groups of somebody who came with an import. */
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
        public void enrolled(EnrolledPerson person, PersonRow row) {
            audit().enrolled(actor, person);
            Set<Group.Id> groups = groups(row);
            if (!groups.isEmpty()) {
                house.schedules().setGroupsOf(person.person().id(), groups);
                audit().joined(actor, person.person().id(), groups);
            }
        }

        private Set<Group.Id> groups(PersonRow row) {
            ScheduleSnapshot now = house.schedules().snapshot();
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
