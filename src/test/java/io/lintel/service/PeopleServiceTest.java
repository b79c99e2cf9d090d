package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditKind;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.bulk.FolderSource;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.enrolment.EnrolmentOutcome.NeedsConfirmation;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleServiceTest {

    private static final double[] ALVA = {1, 0, 0};
    private static final double[] ALVAS_SISTER = {1, 0, 0.9};

    @TempDir
    Path folder;

    private ServiceFixture fixture;
    private PersonId sister;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        sister = fixture.gallery.add("Alva's sister", towards(ALVAS_SISTER));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aLookAlikeThatWasConfirmedBeforehandIsInTheLog() {
        assertThat(fixture.people.enrol("token:hr", PersonDraft.named("Alva"), List.of(fixture.photo(ALVA)), true))
                .isInstanceOf(Enrolled.class);

        assertThat(enrolled()).containsExactly("token:hr", "looks_like_" + sister);
    }

    @Test
    void aLookAlikeIsInTheLogWhenItIsConfirmedAndNotBefore() {
        NeedsConfirmation asked = (NeedsConfirmation)
                fixture.people.enrol("ada", PersonDraft.named("Alva"), List.of(fixture.photo(ALVA)), false);
        assertThat(fixture.rows(AuditKind.PERSON_ENROLLED)).isEmpty();

        asked.store();

        assertThat(enrolled()).containsExactly("ada", "looks_like_" + sister);
    }

    @Test
    void morePhotosThatLookLikeSomebodyElseAreInTheLog() {
        PersonId alva = fixture.gallery.add("Alva", towards(ALVA));

        assertThat(fixture.people.addPhotos("ada", alva, List.of(fixture.photo(1, 0, 0.4)), true))
                .isInstanceOf(Enrolled.class);

        assertThat(fixture.rows(AuditKind.PERSON_CHANGED))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.event().details()).contains("templates_added", "looks_like_" + sister));
    }

    /** Finding L5: the log is not sealed and outlives the person. */
    @Test
    void theLogSaysThatNameNoteAndConsentHaveChangedAndNotToWhat() {
        fixture.people.edit(
                "ada",
                sister,
                person -> person.withName(new PersonName("Berta Unmistakable"))
                        .withNote("Knows the watchman")
                        .withConsent(new Consent(TestGallery.NOON, "Entry to the workshop")));

        assertThat(fixture.rows(AuditKind.PERSON_CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().details())
                        .contains("\"name\":\"changed\"", "\"note\":\"changed\"", "\"consent_purpose\":\"changed\"")
                        .doesNotContain("Unmistakable", "watchman", "workshop"));
    }

    @Test
    void anImportThatAllowsLookAlikesNamesThemInTheLog() throws IOException {
        Path person = Files.createDirectories(folder.resolve("import/Alva"));
        Files.copy(fixture.photo(ALVA).file(), person.resolve("1.png"));

        fixture.imports
                .prepare(
                        "cli:root",
                        FolderSource.open(folder.resolve("import"), ImportLimits.DEFAULT),
                        new ImportOptions(true, null))
                .run();

        assertThat(enrolled()).containsExactly("cli:root", "looks_like_" + sister);
    }

    @Test
    void aPersonWhoLooksLikeNobodyHasNoSuchDetail() {
        fixture.people.enrol("ada", PersonDraft.named("Bruno"), List.of(fixture.photo(0, 1, 0)), true);

        assertThat(fixture.rows(AuditKind.PERSON_ENROLLED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().details()).doesNotContain("looks_like"));
    }

    @Test
    void aFileThatIsNoPhotoIsAProblemOfThatFileAndNothingIsStored() throws IOException {
        Path pdf = Files.writeString(folder.resolve("scan.jpg"), "%PDF-1.7");

        Refused refused = (Refused) fixture.people.enrol(
                "ada", PersonDraft.named("Bruno"), List.of(new PhotoFile("C:\\scans\\scan.jpg", pdf)), false);

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.label()).isEqualTo("scan.jpg"));
        assertThat(fixture.rows(AuditKind.PERSON_ENROLLED)).isEmpty();
    }

    @Test
    void aPersonWhoIsNotThereIsNotFoundWhateverIsAskedFor() {
        PersonId nobody = new PersonId(99);

        assertThatThrownBy(() -> fixture.people.remove("ada", nobody)).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> fixture.people.edit("ada", nobody, person -> person.withEnabled(false)))
                .isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> fixture.people.setPin("ada", nobody, "7391"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.reason()).isEqualTo(ServiceException.Reason.NOT_FOUND));
    }

    /** Actor and name of the look-alike's detail of the only enrolment. */
    private List<String> enrolled() {
        return fixture.rows(AuditKind.PERSON_ENROLLED).stream()
                .flatMap(row -> java.util.stream.Stream.of(
                        row.event().actor(), row.event().details().replaceAll(".*\"(looks_like_[0-9]+)\".*", "$1")))
                .toList();
    }
}
