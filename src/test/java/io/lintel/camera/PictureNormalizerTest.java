package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.system.NativeLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class PictureNormalizerTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private final PictureNormalizer normalizer = new PictureNormalizer(1280);
    private final Mat out = new Mat();

    @Test
    void greyBecomesThreeEqualChannels() {
        normalizer.normalize(new Mat(480, 640, CvType.CV_8UC1, new Scalar(77)), out);

        assertThat(out.type()).isEqualTo(CvType.CV_8UC3);
        assertThat(out.get(100, 100)).containsExactly(77, 77, 77);
    }

    @Test
    void sixteenBitGreyKeepsItsUpperByte() {
        normalizer.normalize(new Mat(480, 640, CvType.CV_16UC1, new Scalar(200 * 256 + 13)), out);

        assertThat(out.get(0, 0)).containsExactly(200, 200, 200);
    }

    @Test
    void theAlphaChannelIsDropped() {
        normalizer.normalize(new Mat(480, 640, CvType.CV_8UC4, new Scalar(10, 20, 30, 255)), out);

        assertThat(out.get(5, 5)).containsExactly(10, 20, 30);
    }

    @ParameterizedTest
    @CsvSource({"3840,2160,1280,720", "2160,3840,720,1280", "1281,721,1280,720", "640,480,640,480"})
    void noSideIsLongerThanTheLimitAndTheShapeStays(int width, int height, int newWidth, int newHeight) {
        normalizer.normalize(Fixtures.picture(width, height, 1, 2, 3), out);

        assertThat(out.cols()).isEqualTo(newWidth);
        assertThat(out.rows()).isEqualTo(newHeight);
        assertThat(out.get(newHeight - 1, newWidth - 1)).containsExactly(1, 2, 3);
    }

    @Test
    void garbageLeavesAnEmptyPictureAndTheNextGoodOneWorks() {
        out.create(480, 640, CvType.CV_8UC3);
        Mat[] garbage = {
            new Mat(),
            new Mat(1, 5000, CvType.CV_8UC1),
            new Mat(480, 640, CvType.CV_32FC3),
            new Mat(480, 640, CvType.CV_8UC2),
            new Mat(8, 8, CvType.CV_8UC3)
        };
        for (Mat broken : garbage) {
            normalizer.normalize(broken, out);
            assertThat(out.empty()).as(broken.toString()).isTrue();
        }

        normalizer.normalize(Fixtures.picture(64, 48, 9, 9, 9), out);
        assertThat(out.get(0, 0)).containsExactly(9, 9, 9);
    }

    @Test
    void theSameMemoryIsUsedAgainForPicturesOfOneSize() {
        normalizer.normalize(Fixtures.picture(640, 480, 1, 1, 1), out);
        long before = out.dataAddr();
        normalizer.normalize(Fixtures.picture(640, 480, 2, 2, 2), out);

        assertThat(out.dataAddr()).isEqualTo(before);
    }
}
