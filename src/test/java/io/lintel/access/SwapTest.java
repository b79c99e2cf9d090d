package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.LivenessPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody else, or a photo, takes the place of a face without the track noticing by its place. */
class SwapTest {

    private final Scenario door = new Scenario();

    @Test
    void aPhotoHeldBeforeALiveFaceInheritsNothing() {
        Visitor face = door.stranger();
        door.stand(Duration.ofMillis(1000), face);

        face.looking(door.visitor(DALIA, 0.94).look()).withLiveness(0.1);
        door.stand(Duration.ofSeconds(3), face);

        assertThat(door.codes()).containsExactly("spoof");
        assertThat(door.decided().getFirst().decision().explanation().trackId()).isEqualTo(2);
    }

    @Test
    void livenessOfOneEnrolledPersonDoesNotCountForAnother() {
        Visitor face = door.visitor(DALIA, 0.9);
        door.stand(Duration.ofMillis(140), face);
        assertThat(door.codes()).as("one look short of a verdict").isEmpty();

        face.looking(door.visitor(EMEKA, 0.9).look()).withLiveness(0.1);
        door.stand(Duration.ofSeconds(2), face);

        assertThat(door.codes()).containsExactly("spoof");
    }

    @Test
    void aPersonWhoReplacesAGrantedOneIsDecidedSeparately() {
        Visitor face = door.visitor(DALIA, 0.9);
        door.stand(Duration.ofSeconds(1), face);

        face.looking(Faces.axis(Scenario.STRANGER));
        door.stand(Duration.ofSeconds(3), face);

        assertThat(door.codes()).containsExactly("granted", "unknown");
    }

    @Test
    void aPersonWhoReplacesAStrangerDoesNotWait() {
        Visitor face = door.stranger();
        door.stand(Duration.ofSeconds(2), face);
        assertThat(door.codes()).containsExactly("unknown");

        face.looking(door.visitor(DALIA, 0.9).look());
        door.stand(Duration.ofMillis(1000), face);

        assertThat(door.codes()).containsExactly("unknown", "granted");
    }

    @Test
    void facesThatAlternateNeverAddUp() {
        Scenario noLiveness = new Scenario(MobileFaceNet.ACCESS.withLiveness(new LivenessPolicy.Off()), 15);
        Visitor face = noLiveness.stranger();

        for (int i = 0; i < 90; i++) {
            face.looking(
                    i % 2 == 0
                            ? noLiveness.visitor(DALIA, 0.9).look()
                            : noLiveness.visitor(EMEKA, 0.9).look());
            noLiveness.frame(face);
        }

        assertThat(noLiveness.codes()).doesNotContain("granted");
    }
}
