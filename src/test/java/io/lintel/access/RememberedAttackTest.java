package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Regression: patience opened the door. Evidence of an attack now stays with the face, and keeps nobody live out. */
class RememberedAttackTest {

    private final Scenario door = new Scenario();

    /** Before, three good frames in a row opened it, whatever came before them. */
    @Test
    void aReplayWithNineteenPercentGoodFramesDoesNotOpen() {
        RandomGenerator random = new SplittableRandom(8);
        Visitor replay = door.visitor(DALIA, 0.94);
        for (int i = 0; i < 15 * 60; i++) {
            boolean burst = i % 26 >= 21;
            door.frame(replay.withLiveness(burst ? 0.97 : 0.1 * random.nextDouble()));
        }

        assertThat(door.codes()).isNotEmpty().containsOnly("spoof");
    }

    @Test
    void steppingAsideForTwoSecondsDoesNotErase() {
        Visitor picture = door.visitor(DALIA, 0.94).withLiveness(0.05);
        door.stand(Duration.ofMillis(500), picture);
        door.nobody(Duration.ofSeconds(2));

        door.stand(Duration.ofMillis(700), picture.withLiveness(0.99));

        assertThat(door.codes()).as("a fresh face would be let in by now").isEmpty();
    }

    @Test
    void coveringThePictureDoesNotErase() {
        Visitor picture = door.visitor(DALIA, 0.94).withLiveness(0.05);
        door.stand(Duration.ofMillis(500), picture);
        for (int i = 0; i < 18; i++) {
            door.frame();
        }

        door.stand(Duration.ofMillis(700), picture.withLiveness(0.99));

        assertThat(door.codes()).isEmpty();
    }

    @Test
    void aNewTrackElsewhereInThePictureDoesNotErase() {
        door.stand(Duration.ofMillis(500), door.visitor(DALIA, 0.94).withLiveness(0.05));

        door.stand(Duration.ofMillis(700), door.visitor(DALIA, 0.94).at(420).withLiveness(0.99));

        assertThat(door.codes()).isEmpty();
    }

    @Test
    void aDenialDoesNotErase() {
        Visitor picture = door.visitor(DALIA, 0.94).withLiveness(0.05);
        door.stand(Duration.ofSeconds(1), picture);
        assertThat(door.codes()).containsExactly("spoof");
        door.stand(Duration.ofMillis(1900), picture.withLiveness(0.99));

        door.stand(Duration.ofMillis(700), picture);

        assertThat(door.codes()).containsExactly("spoof");
    }

    @Test
    void comingBackNeverOpensSoonerThanStaying() {
        RandomGenerator random = new SplittableRandom(9);
        for (int visit = 0; visit < 200; visit++) {
            double[] scores = new double[40];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextDouble() < 0.75 ? 0.99 : 0.3;
            }
            int absence = 3 + random.nextInt(20);
            int staying = framesToGrant(scores, -1);
            int comingBack = framesToGrant(scores, absence);

            assertThat(comingBack).isGreaterThanOrEqualTo(staying);
        }
    }

    /** @param absenceAt frame before which nobody is there for two and a half seconds; negative for never */
    private static int framesToGrant(double[] scores, int absenceAt) {
        Scenario door = new Scenario();
        Visitor visitor = door.visitor(DALIA, 0.94);
        for (int i = 0; i < scores.length; i++) {
            if (i == absenceAt) {
                door.nobody(Duration.ofMillis(2500));
            }
            door.frame(visitor.withLiveness(scores[i]));
            if (door.codes().contains("granted")) {
                return i;
            }
        }
        return scores.length;
    }

    @Test
    void aPhotoOfSomebodyCostsThemThreeSecondsAtMost() {
        RandomGenerator random = new SplittableRandom(10);
        for (int attack = 0; attack < 40; attack++) {
            Scenario each = new Scenario();
            double seconds = 1 + 89 * random.nextDouble();
            each.stand(
                    Duration.ofMillis((long) (1000 * seconds)),
                    each.visitor(DALIA, 0.94).withLiveness(0.3 * random.nextDouble()));
            each.nobody(Duration.ofSeconds(2));

            each.stand(Duration.ofSeconds(3), each.visitor(DALIA, 0.94).at(300));

            assertThat(each.codes()).endsWith("granted");
        }
    }

    @Test
    void aGrantForgivesAnUnluckyFirstSecond() {
        Visitor dalia = door.visitor(DALIA, 0.94).withLiveness(0.3);
        door.stand(Duration.ofMillis(900), dalia);
        door.stand(Duration.ofMillis(1500), dalia.withLiveness(0.99));
        assertThat(door.codes()).containsExactly("granted");
        door.nobody(Duration.ofSeconds(3));

        door.stand(Duration.ofMillis(500), dalia);

        assertThat(door.codes()).containsExactly("granted", "granted");
    }
}
