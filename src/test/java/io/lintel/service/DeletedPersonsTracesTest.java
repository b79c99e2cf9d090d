package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.TestGallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security review, L5: pictures of a deleted person lay on, and what they had agreed to stayed in the log. */
class DeletedPersonsTracesTest {

    private static final byte[] PICTURE = {1, 2, 3};

    @TempDir
    Path folder;

    private ServiceFixture fixture;
    private PersonId alva;
    private PersonId bruno;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        alva = fixture.gallery.add("Alva", towards(1, 0, 0));
        bruno = fixture.gallery.add("Bruno", towards(0, 1, 0));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void thePicturesOfADeletedPersonAreGoneAtOnceAndOnlyTheirs() throws IOException {
        long granted = picture(AuditEvent.of(AuditKind.ACCESS_GRANTED, "door").about(alva.value()));
        long takenForAStranger = picture(stranger(alva, 0.52));
        long aStranger = picture(stranger(alva, 0.31));
        long brunos = picture(stranger(bruno, 0.6));

        fixture.people.remove("ada", alva);

        assertThat(fixture.pictures.rows()).containsExactly(aStranger, brunos);
        assertThat(filesUnder(folder.resolve("snapshots")))
                .noneMatch(name -> name.startsWith(granted + ".") || name.startsWith(takenForAStranger + "."))
                .anyMatch(name -> name.startsWith(aStranger + "."))
                .anyMatch(name -> name.startsWith(brunos + "."));
    }

    @Test
    void aPictureThatIsWrittenDuringTheDeletionIsNeverShownAndGoesWithTheNextRound() {
        fixture.people.remove("ada", alva);
        long late = picture(stranger(alva, 0.6));

        assertThat(fixture.snapshots.find(late)).isEmpty();
        assertThat(fixture.snapshots.clean()).isEqualTo(1);
    }

    /** {@code lintel people remove} beside a door that runs. */
    @Test
    void aPictureThatAnotherProcessHasDeletedIsNoFault() throws IOException {
        long row = picture(stranger(bruno, 0.6));
        try (Stream<Path> files = Files.walk(folder.resolve("snapshots"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        assertThat(fixture.snapshots.find(row)).isEmpty();
        assertThat(fixture.snapshots.has(row)).isFalse();
    }

    @Test
    void ofTextsAboutAPersonTheLogSaysOnlyThatTheyChanged() {
        fixture.people.edit(
                "ada",
                alva,
                person -> person.withName(new PersonName("Alva Secretname"))
                        .withNote("secret note")
                        .withConsent(new Consent(TestGallery.NOON, "secret purpose", 30)));
        fixture.people.remove("ada", alva);

        assertThat(fixture.log.newest(AuditFilter.ALL, 100).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.event().details()).doesNotContainIgnoringCase("secret"));
        assertThat(fixture.rows(AuditKind.PERSON_CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().details())
                        .contains("\"consent_purpose\":\"changed\"", "\"consent_keep_days\":\" -> 30\""));
    }

    private static AuditEvent stranger(PersonId nearest, double score) {
        return AuditEvent.of(AuditKind.ACCESS_DENIED, "door")
                .because("unknown")
                .with(new AuditDetails()
                        .put("best", nearest.value())
                        .put("best_score", score)
                        .put("threshold", 0.65));
    }

    private long picture(AuditEvent of) {
        long row = fixture.log.append(of).seq();
        fixture.pictures.put(row, PICTURE);
        return row;
    }

    private static List<String> filesUnder(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
