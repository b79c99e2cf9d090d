package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditKind;
import io.lintel.gallery.PersonId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceLookupServiceTest {

    @TempDir
    Path folder;

    private ServiceFixture fixture;
    private PersonId alva;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        alva = fixture.gallery.add("Alva", towards(1, 0, 0));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void twoPeopleWhoScoreNearlyTheSameAreAmbiguous() {
        fixture.gallery.add("Alva's twin", towards(1, 0.1, 0));

        LookupResult.Photo answer = identify(fixture.photo(1, 0, 0));

        assertThat(answer.faces())
                .singleElement()
                .satisfies(face -> assertThat(face.verdict()).isEqualTo(LookupResult.Verdict.AMBIGUOUS));
    }

    @Test
    void thePersonIsKnownWhoLeadsByTheMargin() {
        fixture.gallery.add("Bruno", towards(0, 1, 0));

        LookupResult.Photo answer = identify(fixture.photo(1, 0, 0));

        assertThat(answer.faces())
                .singleElement()
                .satisfies(face -> assertThat(face.verdict()).isEqualTo(LookupResult.Verdict.KNOWN));
    }

    @Test
    void everyLookupIsInTheLog() {
        LookupPicture photo = new LookupPicture.Photo(fixture.photo(1, 0, 0));

        fixture.lookups.verify("cli:root", alva, photo);
        fixture.lookups.identify("cli:root", List.of(photo));
        fixture.lookups.compare("cli:root", photo, photo);

        assertThat(fixture.rows(AuditKind.FACE_LOOKED_UP))
                .extracting(row -> row.event().reason())
                .containsExactly("compare", "identify", "verify");
    }

    @Test
    void anUnreadablePhotoDoesNotAffectTheOthers() {
        List<LookupResult.Photo> answers = fixture.lookups.identify(
                "ada",
                List.of(
                        new LookupPicture.Photo(new PhotoFile("gone.jpg", folder.resolve("gone.jpg"))),
                        new LookupPicture.CameraPicture(),
                        new LookupPicture.Photo(fixture.photo(1, 0, 0))));

        assertThat(answers.get(0).problem()).hasMessageContaining("gone.jpg");
        assertThat(answers.get(1).problem()).hasMessageContaining("camera");
        assertThat(answers.get(2).faces()).hasSize(1);
    }

    @Test
    void b8ALookupOfSomebodyDisabledSaysThatTheDoorWouldKeepThemOut() {
        LookupResult.Identification before =
                identify(fixture.photo(1, 0, 0)).faces().getFirst();
        assertThat(before.entry().mayEnter()).isTrue();

        fixture.gallery.people.setEnabled(alva, false);

        LookupResult.Identification after =
                identify(fixture.photo(1, 0, 0)).faces().getFirst();
        assertThat(after.verdict()).isEqualTo(LookupResult.Verdict.KNOWN);
        assertThat(after.entry()).isEqualTo(new EntryService.Entry(false, "disabled", "disabled"));
    }

    @Test
    void aLookupWhoseAnswerDoesNotSpeakOfLivenessDoesNotAskForIt() {
        PhotoFile photo = fixture.photo(1, 0, 0);

        List<LookupResult.Photo> answers = fixture.lookups.identify(
                "ada", List.of(new LookupPicture.Photo(photo), new LookupPicture.Photo(photo, false)));

        assertThat(answers.get(0).faces().getFirst().face().liveness()).isPresent();
        assertThat(answers.get(1).faces().getFirst().face().liveness()).isEmpty();
    }

    private LookupResult.Photo identify(PhotoFile photo) {
        return fixture.lookups
                .identify("ada", List.of(new LookupPicture.Photo(photo)))
                .getFirst();
    }
}
