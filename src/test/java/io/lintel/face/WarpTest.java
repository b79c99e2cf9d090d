package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.system.NativeLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class WarpTest {

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @Test
    void aSquareOfTheSameSizeIsCopiedExactly() {
        Mat picture = new Mat(64, 64, CvType.CV_8UC3);
        Core.randu(picture, 0, 256);
        Mat copy = new Mat();

        new Warp().smooth(picture, Square.around(picture).toPicture(64), 64, copy);

        assertThat(Core.norm(picture, copy, Core.NORM_INF)).isZero();
    }

    @Test
    void shrinkingFarAveragesInsteadOfSkippingPixels() {
        Mat picture = stripes(960);
        Mat small = new Mat();

        new Warp().smooth(picture, Square.around(picture).toPicture(96), 96, small);

        // stripes of black and white, one pixel each: any skipping would show as black or white
        double middle = small.get(48, 48)[0];
        assertThat(middle).isCloseTo(127, within(15.0));
    }

    @Test
    void outsideOfThePictureIsBlack() {
        Mat picture = new Mat(10, 10, CvType.CV_8UC3, new Scalar(255, 255, 255));
        Mat square = new Mat();

        new Warp().smooth(picture, new Square(5, 5, 40, 0).toPicture(40), 40, square);

        assertThat(square.get(0, 0)).containsExactly(0, 0, 0);
        assertThat(square.get(20, 20)).containsExactly(255, 255, 255);
    }

    private static Mat stripes(int size) {
        Mat picture = new Mat(size, size, CvType.CV_8UC3, new Scalar(0, 0, 0));
        for (int x = 0; x < size; x += 2) {
            picture.col(x).setTo(new Scalar(255, 255, 255));
        }
        return picture;
    }
}
