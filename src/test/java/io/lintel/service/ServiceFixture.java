package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;

import io.lintel.access.EntryRule;
import io.lintel.access.MobileFaceNet;
import io.lintel.access.PersonAccess;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.audit.SnapshotFolder;
import io.lintel.audit.SnapshotLimits;
import io.lintel.crypto.PictureCipher;
import io.lintel.door.DoorMode;
import io.lintel.gallery.Person;
import io.lintel.gallery.PinStore;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.PaintedAnalyzer;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.schedule.Schedules;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** The services over a real database file, with faces that are painted. */
public final class ServiceFixture implements AutoCloseable {

    public final PaintedAnalyzer analyzer = new PaintedAnalyzer();
    public final TestGallery gallery;
    public final AuditLog log;
    public final Enrolment enrolment;
    public final PeopleService people;
    public final ScheduleService schedules;
    public final SnapshotFolder pictures;
    public final Snapshots snapshots;
    public final PeopleImportService imports;
    public final FaceLookupService lookups;
    private final Path folder;
    private int photos;

    public ServiceFixture(Path folder) {
        NativeLibraries.loadOpenCv();
        this.folder = folder;
        this.gallery = TestGallery.open(folder);
        this.log = new AuditLog(gallery.database().database(), () -> TestGallery.NOON);
        this.enrolment = new Enrolment(analyzer, gallery.gallery, gallery.people, MobileFaceNet.ENROLMENT);
        this.pictures = new SnapshotFolder(
                folder.resolve("snapshots"),
                () -> new SnapshotLimits(Duration.ofDays(30), 100, 1 << 20),
                () -> TestGallery.NOON,
                new PictureCipher(
                        gallery.database().database(),
                        gallery.keys,
                        row -> log.row(row).map(found -> found.event().person()).orElse(null)));
        this.snapshots = new Snapshots(log, gallery.people, pictures, true);
        PersonPins pins = new PersonPins(
                new PinStore(gallery.database().database(), gallery.keys),
                new Argon2Hasher(Argon2Parameters.OWASP),
                log,
                () -> TestGallery.NOON);
        PhotoGate gate = PhotoGate.ofProcess();
        this.people = new PeopleService(gallery.people, enrolment, pins, log, gate, snapshots);
        this.schedules = new ScheduleService(
                new Schedules(gallery.database().database()), log, ZoneOffset.UTC, () -> TestGallery.NOON);
        this.imports = new PeopleImportService(people, gallery.people, enrolment, schedules, log, ZoneOffset.UTC, gate);
        this.lookups = new FaceLookupService(
                gallery.people,
                gallery.gallery,
                analyzer,
                (into, patience) -> false,
                () -> FaceLookupService.Rules.of(MobileFaceNet.TABLE, MobileFaceNet.ACCESS),
                new EntryService(
                        new EntryRule(
                                person -> gallery.gallery
                                        .person(person)
                                        .map(ServiceFixture::access)
                                        .orElse(null),
                                () -> HolidayCalendar.NONE,
                                () -> TestGallery.NOON,
                                ZoneOffset.UTC,
                                () -> DoorMode.NORMAL),
                        new DoorService(Optional::empty)),
                log,
                gate);
    }

    private static PersonAccess access(Person person) {
        return new PersonAccess(person.id(), person.enabled(), person.validity(), List.of(WeeklySchedule.ALWAYS));
    }

    /** A photo of the only face that looks this way. */
    public PhotoFile photo(double... person) {
        Mat picture = analyzer.paint(Scene.of(towards(person), 0));
        MatOfByte encoded = new MatOfByte();
        try {
            Imgcodecs.imencode(".png", picture, encoded);
            Path file = folder.resolve("photo" + ++photos + ".png");
            Files.write(file, encoded.toArray());
            return new PhotoFile(file.toString(), file);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            encoded.release();
            picture.release();
        }
    }

    /** The rows of a kind, the newest first. */
    public List<AuditRow> rows(AuditKind kind) {
        return log.newest(AuditFilter.ALL.withKinds(Set.of(kind)), 100).rows();
    }

    @Override
    public void close() {
        gallery.close();
    }
}
