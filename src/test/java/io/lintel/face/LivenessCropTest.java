package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;

class LivenessCropTest {

    @Test
    void theFaceIsWidenedAboutItsCentre() {
        BoundingBox crop = LivenessCrop.around(new BoundingBox(300, 200, 40, 50), 2.7, 640, 480);

        assertThat(crop.width()).isCloseTo(108, within(1e-3f));
        assertThat(crop.height()).isCloseTo(135, within(1e-3f));
        assertThat(crop.centreX()).isCloseTo(320, within(1e-3f));
        assertThat(crop.centreY()).isCloseTo(225, within(1e-3f));
    }

    @Test
    void aFaceAtTheEdgeKeepsItsCropSizeAndIsMovedInside() {
        BoundingBox crop = LivenessCrop.around(new BoundingBox(0, 0, 40, 50), 2.7, 640, 480);

        assertThat(crop.x()).isZero();
        assertThat(crop.y()).isZero();
        assertThat(crop.width()).isCloseTo(108, within(1e-3f));
    }

    @Test
    void aFaceTooLargeForTheScaleGetsTheLargestCropOfItsShape() {
        BoundingBox crop = LivenessCrop.around(new BoundingBox(200, 100, 200, 240), 4, 640, 480);

        assertThat(crop.height()).isCloseTo(479, within(1e-2f));
        assertThat(crop.width() / crop.height()).isCloseTo(200f / 240, within(1e-3f));
    }

    @Property
    void aCropNeverReachesOutsideThePicture(Generator any) {
        float x = (float) any.doubleBetween(-200, 640);
        float y = (float) any.doubleBetween(-200, 480);
        float side = (float) any.doubleBetween(5, 900);
        BoundingBox crop = LivenessCrop.around(new BoundingBox(x, y, side, side * 1.2f), 4, 640, 480);

        assertThat(crop.x()).isGreaterThanOrEqualTo(0);
        assertThat(crop.y()).isGreaterThanOrEqualTo(0);
        assertThat(crop.x() + crop.width()).isLessThanOrEqualTo(640.001f);
        assertThat(crop.y() + crop.height()).isLessThanOrEqualTo(480.001f);
    }
}
