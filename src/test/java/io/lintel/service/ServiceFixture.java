package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;

import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditRow;
import io.lintel.gallery.PinStore;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.gallery.enrolment.PaintedAnalyzer;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.schedule.Schedules;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
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
    public final PeopleImportService imports;
    public final FaceLookupService lookups;
    private final Path folder;
    private int photos;

    public ServiceFixture(Path folder) {
        NativeLibraries.loadOpenCv();
        this.folder = folder;
        this.gallery = TestGallery.open(folder);
        this.log = new AuditLog(gallery.database().database(), () -> TestGallery.NOON);
        this.enrolment = new Enrolment(analyzer, gallery.gallery, gallery.people, EnrolmentSettings.DEFAULT);
        PersonPins pins = new PersonPins(
                new PinStore(gallery.database().database()),
                new Argon2Hasher(Argon2Parameters.OWASP),
                log,
                () -> TestGallery.NOON);
        this.people = new PeopleService(gallery.people, enrolment, pins, log);
        this.imports = new PeopleImportService(
                gallery.people, enrolment, new Schedules(gallery.database().database()), log, ZoneOffset.UTC);
        this.lookups = new FaceLookupService(
                gallery.people,
                gallery.gallery,
                analyzer,
                (into, patience) -> false,
                new FaceLookupService.Rules(() -> ThresholdTable.MOBILE_FACE_NET, ThresholdSettings.DEFAULT, 0.08),
                log);
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
