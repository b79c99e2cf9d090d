package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.NativeLibraries;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class RepeatDetectorTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private final RepeatDetector detector = new RepeatDetector();

    @Test
    void theFirstPictureIsNoRepetitionAndAnEqualSecondOneIs() {
        Mat picture = Fixtures.picture(640, 480, 5, 6, 7);

        assertThat(detector.repeats(picture)).isFalse();
        assertThat(detector.repeats(picture)).isTrue();
        assertThat(detector.repeats(picture.clone())).isTrue();
    }

    @Test
    void aSensorsNoiseIsNoRepetition() {
        Mat picture = Fixtures.picture(640, 480, 100, 100, 100);
        Mat noise = new Mat(picture.size(), picture.type());
        for (int i = 0; i < 20; i++) {
            Core.randn(noise, 100, 1);
            assertThat(detector.repeats(noise)).isFalse();
        }
    }

    @Test
    void aPictureOfAnotherSizeIsNoRepetition() {
        detector.repeats(Fixtures.picture(640, 480, 0, 0, 0));

        assertThat(detector.repeats(Fixtures.picture(320, 240, 0, 0, 0))).isFalse();
    }
}
