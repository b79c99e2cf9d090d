package io.lintel.service.visit;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.face.Embedding;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.enrolment.EnrolmentOutcome.NeedsConfirmation;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Refused;
import io.lintel.service.ServiceException;
import io.lintel.service.ServiceFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alva came with a beard: the door did not know the face any more. */
class VisitLearningTest {

    private static final double[] ALVA = {1, 0, 0};
    private static final double[] WITH_A_BEARD = {1, 0.9, 0};

    @TempDir
    Path folder;

    @AutoClose
    private ServiceFixture box;

    private VisitConfirmations confirmations;
    private VisitLearning learning;
    private PersonId alva;

    @BeforeEach
    void alvaIsEnrolled() {
        box = new ServiceFixture(folder);
        confirmations = new VisitConfirmations(box.log, box.gallery.people);
        learning = new VisitLearning(
                confirmations,
                box.gallery.people,
                box.gallery.gallery,
                box.enrolment,
                box.people,
                box.snapshots,
                box.log,
                () -> 0.76);
        alva = box.gallery.add("Alva", towards(ALVA));
        box.gallery.people.setConsent(alva, new Consent(NOON, "entry"));
    }

    /** @return the row of a denial as unknown, with a picture */
    private long missed(double... face) throws IOException {
        long row = box.log
                .append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door")
                        .because("unknown")
                        .with(new AuditDetails()
                                .put("best", alva.value())
                                .put("best_score", 0.74)
                                .put("threshold", 0.76)))
                .seq();
        box.pictures.put(row, Files.readAllBytes(box.photo(face).file()));
        return row;
    }

    private static double cosine(Embedding one, Embedding other) {
        return one.cosine(other);
    }

    @Test
    void aConfirmationIsARowOfTheLogAndChangesNothingElse() throws IOException {
        long visit = missed(WITH_A_BEARD);
        long revision = box.gallery.gallery.summary().revision();

        confirmations.confirm("ada", visit, VisitVerdict.NOT_THEM);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);

        assertThat(box.rows(AuditKind.VISIT_CONFIRMED)).hasSize(2);
        assertThat(confirmations.of(visit)).contains(new VisitConfirmation(visit, alva, VisitVerdict.THEM, "ada"));
        assertThat(confirmations.of(alva, VisitVerdict.NOT_THEM)).isEmpty();
        assertThat(box.gallery.gallery.summary().revision()).isEqualTo(revision);
    }

    @Test
    void aProposalShowsItsEffectAndStoresNothing() throws IOException {
        PersonId boris = box.gallery.add("Boris", towards(0.5, 1, 0));
        long visit = missed(WITH_A_BEARD);
        long another = missed(1, 0.8, 0);
        long stranger = missed(0, 1, 0);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);
        confirmations.confirm("ada", another, VisitVerdict.THEM);
        confirmations.confirm("ada", stranger, VisitVerdict.NOT_THEM);
        long rows = box.log.last();

        TemplateProposal proposal = learning.propose(visit);

        Embedding before = towards(ALVA);
        double length = Math.hypot(1, 0.9);
        Embedding after = towards(1 + 1 / length, 0.9 / length, 0);
        assertThat(proposal.visits()).singleElement().satisfies(change -> {
            assertThat(change.row()).isEqualTo(another);
            assertThat(change.before()).isCloseTo(cosine(towards(1, 0.8, 0), before), within(1e-5));
            assertThat(change.after()).isCloseTo(cosine(towards(1, 0.8, 0), after), within(1e-5));
        });
        assertThat(proposal.reachedBefore()).isEqualTo(1);
        assertThat(proposal.strangers())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isGreaterThan(change.before() + 0.2));
        assertThat(proposal.othersBefore().orElseThrow()).isCloseTo(cosine(towards(0.5, 1, 0), before), within(1e-5));
        assertThat(proposal.othersAfter().orElseThrow()).isCloseTo(cosine(towards(0.5, 1, 0), after), within(1e-5));
        assertThat(proposal.bringsOthersNearer()).isTrue();
        assertThat(proposal.nearest()).isNotNull();
        assertThat(proposal.nearest().id()).isEqualTo(boris);
        assertThat(box.gallery.people.templates(alva)).hasSize(1);
        assertThat(box.log.last()).isEqualTo(rows);
    }

    @Test
    void anAcceptedTemplateIsInTheLogAndCanBeTakenBack() throws IOException {
        long visit = missed(WITH_A_BEARD);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);
        assertThat(learning.isPossible(visit)).isTrue();

        assertThat(learning.accept("ada", visit, false)).isInstanceOf(Enrolled.class);

        assertThat(box.gallery.people.templates(alva)).hasSize(2);
        assertThat(box.rows(AuditKind.PERSON_CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.event().details()).contains("\"visit\":" + visit));
        assertThat(learning.isPossible(visit)).isFalse();
        assertThatThrownBy(() -> learning.accept("ada", visit, false)).isInstanceOf(ServiceException.class);

        learning.undo("bea", visit);

        assertThat(box.gallery.people.templates(alva)).hasSize(1);
        assertThat(box.rows(AuditKind.PERSON_CHANGED).getFirst().event().actor())
                .isEqualTo("bea");
        assertThat(learning.isPossible(visit)).isTrue();
    }

    /** Whoever confirms a visit wrongly cannot teach the door a stranger's face. */
    @Test
    void aPictureThatDoesNotLookLikeThePersonIsRefused() throws IOException {
        long visit = missed(0, 1, 0);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);

        assertThat(learning.accept("ada", visit, true)).isInstanceOf(Refused.class);

        assertThat(box.gallery.people.templates(alva)).hasSize(1);
    }

    @Test
    void aLookAlikeHasToBeConfirmed() throws IOException {
        box.gallery.add("Alva's sister", towards(1, 1.1, 0));
        long visit = missed(WITH_A_BEARD);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);

        assertThat(learning.accept("ada", visit, false)).isInstanceOf(NeedsConfirmation.class);
        assertThat(box.gallery.people.templates(alva)).hasSize(1);
        assertThat(learning.accept("ada", visit, true)).isInstanceOf(Enrolled.class);
    }

    @Test
    void withoutConsentOnRecordNothingIsWrittenDown() throws IOException {
        long visit = missed(WITH_A_BEARD);
        box.gallery.people.setConsent(alva, null);

        assertThatThrownBy(() -> confirmations.confirm("ada", visit, VisitVerdict.THEM))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("No consent of Alva is on record");
        assertThat(box.log.newest(AuditFilter.ALL, 100).rows())
                .noneMatch(row -> row.event().kind() == AuditKind.VISIT_CONFIRMED);
    }

    @Test
    void withdrawnConsentEndsWhatAConfirmedVisitWasGoodFor() throws IOException {
        long visit = missed(WITH_A_BEARD);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);
        box.gallery.people.setConsent(alva, null);

        assertThatThrownBy(() -> learning.propose(visit)).hasMessageContaining("No consent");
        assertThatThrownBy(() -> learning.accept("ada", visit, false)).hasMessageContaining("No consent");
    }

    @Test
    void whoIsRemovedTakesTheirPicturesAlong() throws IOException {
        long visit = missed(WITH_A_BEARD);
        confirmations.confirm("ada", visit, VisitVerdict.THEM);

        box.people.remove("ada", alva);

        assertThat(box.pictures.has(visit)).isFalse();
        assertThat(learning.isPossible(visit)).isFalse();
        assertThatThrownBy(() -> learning.propose(visit)).isInstanceOf(ServiceException.class);
    }

    @Test
    void aVisitThatNobodyHasConfirmedTeachesNothing() throws IOException {
        long visit = missed(WITH_A_BEARD);

        assertThatThrownBy(() -> learning.propose(visit)).hasMessageContaining("Nobody has confirmed who this was");
        confirmations.confirm("ada", visit, VisitVerdict.NOT_THEM);
        assertThat(learning.isPossible(visit)).isFalse();
        assertThatThrownBy(() -> learning.accept("ada", visit, false))
                .hasMessageContaining("Nobody has confirmed who this was");
    }
}
