package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;

class AffineTest {

    private static final Point[] FIVE = AlignmentTemplate.ARCFACE.targets();

    @Property
    void aSimilarityIsFoundAgainFromItsPoints(Generator any) {
        double scale = any.doubleBetween(0.2, 8);
        double radians = any.doubleBetween(-3, 3);
        double shift = any.doubleBetween(-500, 500);
        double a = scale * Math.cos(radians);
        double b = scale * Math.sin(radians);
        Affine truth = new Affine(a, -b, shift, b, a, -shift / 2);
        Point[] moved = new Point[FIVE.length];
        for (int i = 0; i < FIVE.length; i++) {
            moved[i] = truth.apply(FIVE[i]);
        }

        Affine found = Affine.similarity(FIVE, moved);

        assertThat(found.xx()).isCloseTo(truth.xx(), within(1e-4));
        assertThat(found.yx()).isCloseTo(truth.yx(), within(1e-4));
        assertThat(found.x(50, 60)).isCloseTo(truth.x(50, 60), within(1e-2));
        assertThat(found.y(50, 60)).isCloseTo(truth.y(50, 60), within(1e-2));
        assertThat(found.scale()).isCloseTo(scale, within(1e-4));
    }

    @Property
    void aMapAndItsInverseCancelOut(Generator any) {
        double x = any.doubleBetween(-1000, 1000);
        double y = any.doubleBetween(-1000, 1000);
        Affine map = new Affine(1.5, -0.3, 20, 0.4, 0.9, -7);
        Affine inverse = map.inverse();

        assertThat(inverse.x(map.x(x, y), map.y(x, y))).isCloseTo(x, within(1e-6));
        assertThat(inverse.y(map.x(x, y), map.y(x, y))).isCloseTo(y, within(1e-6));
    }

    @Test
    void theLeastSquaresSimilarityDoesNotMirror() {
        Point[] mirrored = new Point[FIVE.length];
        for (int i = 0; i < FIVE.length; i++) {
            mirrored[i] = new Point(112 - FIVE[i].x(), FIVE[i].y());
        }

        Affine found = Affine.similarity(FIVE, mirrored);

        assertThat(found.xx() * found.yy() - found.xy() * found.yx()).isPositive();
    }

    @Test
    void pointsInOnePlaceMakeNoSimilarity() {
        Point[] same = {new Point(3, 3), new Point(3, 3)};
        assertThatIllegalArgumentException().isThrownBy(() -> Affine.similarity(same, same));
    }

    @Test
    void aSquareAroundAPictureIsALetterbox() {
        Affine toPicture = new Square(320, 240, 640, 0).toPicture(192);

        assertThat(toPicture.apply(new Point(96, 96))).isEqualTo(new Point(320, 240));
        assertThat(toPicture.apply(new Point(0, 24))).isEqualTo(new Point(0, 0));
        assertThat(toPicture.apply(new Point(192, 168))).isEqualTo(new Point(640, 480));
    }

    @Test
    void aTurnedSquareTurnsClockwise() {
        Affine toPicture = new Square(100, 100, 50, Math.PI / 2).toPicture(50);

        Point rightEdge = toPicture.apply(new Point(50, 25));

        assertThat(rightEdge.x()).isCloseTo(100, within(1e-4f));
        assertThat(rightEdge.y()).isCloseTo(125, within(1e-4f));
    }
}
