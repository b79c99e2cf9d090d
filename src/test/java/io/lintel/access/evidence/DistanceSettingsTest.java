package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lintel.access.Faces;
import io.lintel.access.MobileFaceNet;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;

class DistanceSettingsTest {

    /** A lens of 60 degrees shows a field 1.155 m wide at one metre: 63 mm of it are 34.9 of 640 pixels. */
    @Test
    void eyesAMetreAwayAreAsFarApartAsTheLensSays() {
        DistanceSettings lens = new DistanceSettings(1, 60);

        assertThat(lens.leastEyeDistance(640)).isCloseTo(34.9, within(0.05));
        assertThat(lens.metres(34.9, 640)).isCloseTo(1, within(0.002));
    }

    @Property(tries = 300)
    void theLeastEyeDistanceIsThatOfSomebodyAtTheFarthestDistance(Generator any) {
        DistanceSettings settings = new DistanceSettings(any.doubleBetween(0.3, 10), any.doubleBetween(20, 120));
        int longerSide = any.intBetween(160, 7680);

        double least = settings.leastEyeDistance(longerSide);

        assertThat(settings.metres(least, longerSide)).isCloseTo(settings.farthestMetres(), within(1e-9));
        assertThat(settings.metres(least * 1.01, longerSide)).isLessThan(settings.farthestMetres());
    }

    /** A camera that is mounted on its side sees as wide as before. */
    @Test
    void aTurnedPictureMovesNobody() {
        Proximity lying = new Proximity(MobileFaceNet.EVIDENCE, DistanceSettings.DEFAULT);
        Proximity upright = new Proximity(MobileFaceNet.EVIDENCE, DistanceSettings.DEFAULT);
        lying.seenIn(1280, 720);
        upright.seenIn(720, 1280);

        assertThat(upright.metres(Faces.quality(50))).isEqualTo(lying.metres(Faces.quality(50)));
        assertThat(upright.isTooFar(Faces.quality(69))).isTrue();
        assertThat(upright.isTooFar(Faces.quality(71))).isFalse();
    }

    @Test
    void aFrameThatIsMissingMovesNobody() {
        Proximity proximity = new Proximity(MobileFaceNet.EVIDENCE, DistanceSettings.DEFAULT);
        proximity.seenIn(1280, 720);
        proximity.seenIn(0, 0);

        assertThat(proximity.isTooFar(Faces.quality(40))).isTrue();
        assertThat(proximity.metres(null)).isZero();
    }

    @Test
    void impossibleValuesAreNamed() {
        assertThatThrownBy(() -> new DistanceSettings(Double.NaN, 60))
                .hasMessageContaining("lintel.visit.farthest-metres");
        assertThatThrownBy(() -> new DistanceSettings(11, 60)).hasMessageContaining("lintel.visit.farthest-metres");
        assertThatThrownBy(() -> new DistanceSettings(1, Double.NaN))
                .hasMessageContaining("lintel.camera.field-of-view");
        assertThatThrownBy(() -> new DistanceSettings(1, 121)).hasMessageContaining("lintel.camera.field-of-view");
    }
}
