package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.MobileFaceNet;
import io.lintel.account.Argon2Hasher;
import io.lintel.account.Argon2Parameters;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.SnapshotFolder;
import io.lintel.audit.SnapshotLimits;
import io.lintel.crypto.PictureCipher;
import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PinStore;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.schedule.Schedules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataServiceTest {

    @TempDir
    Path folder;

    private ServiceFixture fixture;
    private SnapshotFolder pictures;
    private PersonalDataService data;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        pictures = new SnapshotFolder(
                folder.resolve("pictures"),
                () -> new SnapshotLimits(Duration.ofDays(1), 10, 1 << 20),
                () -> TestGallery.NOON,
                new PictureCipher(
                        fixture.gallery.database().database(),
                        fixture.gallery.keys,
                        row -> fixture.log
                                .row(row)
                                .map(found -> found.event().person())
                                .orElse(null)));
        data = new PersonalDataService(
                fixture.people,
                fixture.gallery.people,
                new ScheduleService(
                        new Schedules(fixture.gallery.database().database()),
                        fixture.log,
                        ZoneOffset.UTC,
                        () -> TestGallery.NOON),
                fixture.log,
                new Snapshots(fixture.log, fixture.gallery.people, pictures, true));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPersonGetsAllThatIsKnownOfThemAndNothingOfOthers() throws IOException {
        PersonDraft draft = PersonDraft.named("Zoë Alva")
                .withNote("third floor")
                .withConsent(new Consent(TestGallery.NOON, "to open the door", 90));
        Person zoe = enrolledWithPortrait(draft);
        PersonId other = fixture.gallery.add("Emeka", towards(0, 1));
        long visit = granted(zoe.id());
        granted(other);
        pictures.put(visit, new byte[] {1, 2, 3});

        Map<String, byte[]> files = unzip(data.of("ada", zoe.id()));

        assertThat(text(files, "person.json"))
                .contains(
                        "\"name\" : \"Zoë Alva\"",
                        "third floor",
                        "to open the door",
                        "\"keepDays\" : 90",
                        "\"version\"");
        assertThat(text(files, "log.csv"))
                .contains("PERSON_ENROLLED", "ACCESS_GRANTED", "DATA_EXPORTED")
                .doesNotContain("," + other.value() + ",");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("pictures/template-"));
        assertThat(files.get("pictures/row-" + visit + ".jpg")).containsExactly(1, 2, 3);
        assertThat(String.join(
                        "",
                        files.values().stream()
                                .map(PersonalDataServiceTest::text)
                                .toList()))
                .doesNotContain("Emeka");
    }

    @Test
    void whoTookTheDataIsInTheLog() {
        PersonId alva = fixture.gallery.add("Alva", towards(1));

        data.of("ada", alva);

        AuditEvent event = fixture.rows(AuditKind.DATA_EXPORTED).getFirst().event();
        assertThat(event.actor()).isEqualTo("ada");
        assertThat(event.person()).isEqualTo(alva.value());
    }

    @Test
    void nobodyIsNotFoundAndNotLogged() {
        assertThatThrownBy(() -> data.of("ada", new PersonId(99))).isInstanceOf(ServiceException.class);
        assertThat(fixture.rows(AuditKind.DATA_EXPORTED)).isEmpty();
    }

    private Person enrolledWithPortrait(PersonDraft draft) {
        PeopleService keeping = new PeopleService(
                fixture.gallery.people,
                new Enrolment(
                        fixture.analyzer,
                        fixture.gallery.gallery,
                        fixture.gallery.people,
                        MobileFaceNet.ENROLMENT.withPortraits(true)),
                new PersonPins(
                        new PinStore(fixture.gallery.database().database(), fixture.gallery.keys),
                        new Argon2Hasher(Argon2Parameters.OWASP),
                        fixture.log,
                        () -> TestGallery.NOON),
                fixture.log,
                PhotoGate.ofProcess(),
                fixture.snapshots);
        return ((Enrolled) keeping.enrol("hr", draft, List.of(fixture.photo(1, 0, 0)), false))
                .result()
                .person();
    }

    private long granted(PersonId person) {
        return fixture.log
                .append(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(person.value()))
                .seq();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return text(files.get(name));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(PersonalDataService.Archive archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.writeTo(out);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
