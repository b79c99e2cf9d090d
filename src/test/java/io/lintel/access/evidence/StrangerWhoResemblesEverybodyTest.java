package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.Faces;
import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * A stranger was let in: seven people of similar origin before one camera, six of them enrolled. Invented embeddings with the same resemblance (0.24) stand for
 * them here.
 */
class StrangerWhoResemblesEverybodyTest {

    private static final double RESEMBLANCE = 0.24;
    private static final int COMMON = 0;
    private static final int STRANGERS_OWN = 40;

    private final MemoryGallery door = MemoryGallery.asAtTheDoor();
    private final MemoryGallery before = MemoryGallery.byPlainCosine();

    StrangerWhoResemblesEverybodyTest() {
        for (int person = 1; person <= 6; person++) {
            List<Embedding> shots = List.of(template(person));
            door.enrol(new PersonId(person), shots);
            before.enrol(new PersonId(person), shots);
        }
    }

    @Test
    void theStrangerIsNotTakenForThePersonTheyResembleMost() {
        // Cosine to person 1: 0.655, most of it what everybody there has in common.
        Embedding stranger = face(0.80, 1, 0.302);

        assertThat(looksFor(2, before, stranger).identifies(MobileFaceNet.EVIDENCE))
                .as("the rules of before")
                .isTrue();
        assertThat(looksFor(2, door, stranger).identifies(MobileFaceNet.EVIDENCE))
                .isFalse();
        assertThat(looksFor(2, door, stranger).best().score()).isLessThan(0.62);
    }

    @Test
    void aMomentAboveTheThresholdDoesNotOpenEither() {
        // 0.59 for a third of a second, then 0.68 for as long: nothing that centring would change.
        Embedding usual = face(0.49, 1, 0.40);
        Embedding moment = face(0.49, 1, 0.51);
        Evidence evidence = evidence(door);
        looks(evidence, door, 5, usual);
        looks(evidence, door, 5, moment);

        assertThat(evidence.tally().reachesThreshold(MobileFaceNet.EVIDENCE))
                .as("what was enough before")
                .isTrue();
        assertThat(evidence.tally().identifies(MobileFaceNet.EVIDENCE)).isFalse();
    }

    @Test
    void everybodyEnrolledIsStillRecognisedAtOnce() {
        for (int person = 1; person <= 6; person++) {
            Evidence evidence = evidence(door);
            looks(evidence, door, 3, face(Math.sqrt(RESEMBLANCE) * 0.95, person, 0.68));

            EvidenceSummary summary = evidence.tally();
            assertThat(summary.best().person()).isEqualTo(new PersonId(person));
            assertThat(summary.identifies(MobileFaceNet.EVIDENCE))
                    .as("person %d scores %.3f", person, summary.best().score())
                    .isTrue();
        }
    }

    private long now = 1_000_000_000L;

    private EvidenceSummary looksFor(int seconds, Identifier gallery, Embedding face) {
        Evidence evidence = evidence(gallery);
        looks(evidence, gallery, seconds * 15, face);
        return evidence.tally();
    }

    private void looks(Evidence evidence, Identifier gallery, int count, Embedding face) {
        for (int i = 0; i < count; i++) {
            now += 66_000_000;
            evidence.add(new Sample(i, now, face, gallery.identify(face), Faces.good(), OptionalDouble.empty()));
        }
    }

    private static Evidence evidence(Identifier gallery) {
        return new Evidence(
                MobileFaceNet.EVIDENCE,
                new ThresholdRule(MobileFaceNet.TABLE, MobileFaceNet.THRESHOLD),
                gallery,
                new Proximity(MobileFaceNet.EVIDENCE, DistanceSettings.DEFAULT),
                new AttackMemory(LivenessTestSettings.DEFAULT));
    }

    private static Embedding template(int person) {
        return face(Math.sqrt(RESEMBLANCE), person, Math.sqrt(1 - RESEMBLANCE));
    }

    /** A face with so much of what is common, so much of a person, and the rest of its own. */
    private static Embedding face(double common, int person, double own) {
        float[] values = new float[Faces.DIMENSION];
        values[COMMON] = (float) common;
        values[person] = (float) own;
        values[STRANGERS_OWN + person] = (float) Math.sqrt(Math.max(0, 1 - common * common - own * own));
        return Embedding.of(values);
    }
}
