package io.lintel.service;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.gallery.bulk.EnrolmentCallback;
import io.lintel.gallery.bulk.ImportContext;
import io.lintel.gallery.bulk.ImportJobs;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ImportSource;
import io.lintel.gallery.bulk.PeopleImport;
import io.lintel.gallery.bulk.PersonRow;
import io.lintel.gallery.bulk.ZipSource;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.photo.PhotoGate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Enrols many people at once, with their groups; each person has a row in the audit log. Thread-safe. */
public final class PeopleImportService implements AutoCloseable {

    private static final Set<AuditKind> IMPORTS = Set.of(AuditKind.DATA_IMPORTED);
    private static final int MOST_PAST = 10;

    private final PeopleService service;
    private final LogService log;
    private final People people;
    private final Enrolment enrolment;
    private final ScheduleService schedules;
    private final PeopleAudit audit;
    private final ZoneId zone;
    private final PhotoGate gate;
    private final ImportJobs imports = new ImportJobs();

    public PeopleImportService(
            PeopleService service,
            People people,
            Enrolment enrolment,
            ScheduleService schedules,
            AuditLog audit,
            ZoneId zone,
            PhotoGate gate) {
        this.service = service;
        this.log = new LogService(audit);
        this.people = people;
        this.enrolment = enrolment;
        this.schedules = schedules;
        this.audit = new PeopleAudit(audit);
        this.zone = zone;
        this.gate = gate;
    }

    /**
     * Starts an import in the background, one at a time.
     *
     * @param source opened only if no other import runs
     * @param afterwards always called
     */
    public ImportJobs.Job start(
            String actor, Supplier<ImportSource> source, ImportOptions options, Runnable afterwards) {
        return imports.begin(actor, () -> prepare(actor, source.get(), options), afterwards);
    }

    /**
     * The same from a ZIP file.
     *
     * @param afterwards always called, also where the import cannot begin
     */
    public ImportJobs.Job startZip(String actor, Path zip, ImportOptions options, Runnable afterwards) {
        boolean begun = false;
        try {
            ImportJobs.Job job = start(actor, () -> ZipSource.open(zip, ImportLimits.DEFAULT), options, afterwards);
            begun = true;
            return job;
        } finally {
            if (!begun) {
                afterwards.run();
            }
        }
    }

    /** An import that its caller runs. */
    public PeopleImport prepare(String actor, ImportSource source, ImportOptions options) {
        ImportContext tools = new ImportContext(
                enrolment, people, gate, new ImportedPeople(actor), ImportLimits.DEFAULT, zone, InstantSource.system());
        return new PeopleImport(source, tools, options);
    }

    /** Imports of people that can be taken back, the newest first. */
    public List<Past> past() {
        return log.newest(AuditFilter.ALL.withKinds(IMPORTS), MOST_PAST).stream()
                .map(row -> new Past(row.seq(), row.at(), row.event().actor(), still(row)))
                .filter(past -> past.people() > 0)
                .toList();
    }

    /** An import. @param row of the log that notes it @param people of it who are still enrolled */
    public record Past(long row, Instant at, String actor, int people) {}

    /**
     * Takes an import back as a whole: destroys everybody whom it enrolled and who is still there.
     *
     * @param row of the log that notes it
     * @throws ServiceException if that is none, or nobody of it is enrolled any more
     */
    public List<PersonRemoval> undo(String actor, long row) {
        AuditRow noted = log.row(row);
        List<PersonRemoval> removals =
                IMPORTS.contains(noted.event().kind()) ? service.removeAll(actor, people(noted)) : List.of();
        if (removals.isEmpty()) {
            throw ServiceException.notFound("Nobody of this import is enrolled any more");
        }
        return removals;
    }

    private int still(AuditRow row) {
        return (int) people(row).stream().filter(people::exists).count();
    }

    private static List<PersonId> people(AuditRow row) {
        return row.event()
                .text("ids")
                .map(ids -> Arrays.stream(ids.split(" "))
                        .filter(number -> number.matches("\\d{1,18}"))
                        .map(number -> new PersonId(Long.parseLong(number)))
                        .toList())
                .orElse(List.of());
    }

    /** The newest import, running or over. */
    public Optional<ImportJobs.Job> latest() {
        return imports.latest();
    }

    /** @throws ServiceException if its report is gone */
    public ImportJobs.Job find(String key) {
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
    private final class ImportedPeople implements EnrolmentCallback {

        private final String actor;
        private final List<PersonId> ids = new ArrayList<>();

        ImportedPeople(String actor) {
            this.actor = actor;
        }

        @Override
        public void check(PersonRow row) {
            access(row);
        }

        @Override
        public void enrolled(EnrolmentOutcome.Enrolled done, PersonRow row) {
            PersonId id = done.result().person().id();
            ids.add(id);
            audit.enrolled(actor, done);
            if (!row.enabled()) {
                audit.changed(actor, people.setEnabled(id, false));
            }
            access(row).give(schedules, actor, id);
        }

        /** The row by which the import is taken back. */
        @Override
        public void ended() {
            if (!ids.isEmpty()) {
                audit.imported(actor, ids);
            }
        }

        private InitialAccess access(PersonRow row) {
            return InitialAccess.named(row.groups(), row.schedules(), schedules.snapshot());
        }
    }
}
