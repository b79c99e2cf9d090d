package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GalleryProjectionTest {

    private static GalleryProjection of(float[][] people) {
        int dimension = people.length == 0 ? 0 : people[0].length;
        float[] rows = new float[people.length * dimension];
        int[] firstRows = new int[people.length + 1];
        long[] owners = new long[people.length];
        for (int i = 0; i < people.length; i++) {
            System.arraycopy(people[i], 0, rows, i * dimension, dimension);
            firstRows[i + 1] = i + 1;
            owners[i] = 10 + i;
        }
        return new GalleryProjection(rows, dimension, firstRows, owners);
    }

    @Test
    void theDirectionsOfTheLargestDifferencesAreTheAxes() {
        GalleryMap map = of(new float[][] {{0, 3, 0, 9}, {0, -3, 0, 9}, {0, 0, 2, 9}, {0, 0, -2, 9}})
                .map(10);

        assertThat(map.explained()).isCloseTo(1, within(1e-9));
        assertThat(map.places()).extracting(place -> Math.abs(place.x())).satisfies(x -> {
            assertThat(x.get(0)).isCloseTo(1, within(1e-6));
            assertThat(x.get(2)).isCloseTo(0, within(1e-6));
        });
        assertThat(map.places()).extracting(place -> Math.abs(place.y())).satisfies(y -> {
            assertThat(y.get(0)).isCloseTo(0, within(1e-6));
            assertThat(y.get(2)).isCloseTo(2.0 / 3, within(1e-6));
        });
        assertThat(map.places()).extracting(place -> place.person().value()).containsExactly(10L, 11L, 12L, 13L);
    }

    /** Against the eigenvalues of the covariance that are known: independent values of variance 25, 9 and eight times 0.25. */
    @Test
    void theShareThatThePlaneShowsIsThatOfTheTwoLargestVariances() {
        Random random = new Random(7);
        float[][] people = new float[4_000][10];
        for (float[] person : people) {
            for (int i = 0; i < 10; i++) {
                person[i] = (float) (random.nextGaussian() * (i == 4 ? 5 : i == 7 ? 3 : 0.5));
            }
        }

        assertThat(of(people).map(4_000).explained()).isCloseTo(34.0 / 36, within(0.01));
    }

    @Test
    void ofManyPeopleSomeOfAllAreDrawn() {
        float[][] people = new float[100][2];
        for (int i = 0; i < 100; i++) {
            people[i][0] = i;
        }

        GalleryMap map = of(people).map(4);

        assertThat(map.people()).isEqualTo(100);
        assertThat(map.places()).extracting(place -> place.person().value()).containsExactly(10L, 35L, 60L, 85L);
    }

    @Test
    void nobodyOnePersonAndTwinsAreNoDivisionByNothing() {
        assertThat(of(new float[0][0]).map(10).places()).isEmpty();
        assertThat(of(new float[][] {{1, 0}}).map(10).places())
                .containsExactly(new GalleryMap.Place(new PersonId(10), 0, 0));
        assertThat(of(new float[][] {{1, 0}, {1, 0}}).map(10).explained()).isZero();
    }
}
