package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class FaceFinderTest {

    private static OnnxFaceAnalyzer stills;
    private static OnnxFaceAnalyzer live;

    @BeforeAll
    static void open() {
        stills = Pictures.analyzer(FaceSettings.stills());
        live = Pictures.analyzer(FaceSettings.live());
    }

    @AfterAll
    static void close() {
        if (live != null) {
            stills.close();
            live.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 480", "640, 1", "640, 480", "3840, 2160"})
    void anEmptyPictureOfAnySizeHoldsNoFace(int width, int height) {
        for (int grey : new int[] {0, 128, 255}) {
            Mat picture = new Mat(height, width, CvType.CV_8UC3, new Scalar(grey, grey, grey));
            assertThat(stills.find(picture)).isEmpty();
        }
    }

    @Test
    void noiseHoldsNoFace() {
        Mat noise = new Mat(480, 640, CvType.CV_8UC3);
        Core.randu(noise, 0, 256);

        assertThat(stills.find(noise)).isEmpty();
    }

    @Test
    void aPictureWithoutColoursIsReadLikeAnyOther() {
        Mat colour = Pictures.still("dalia/enrol");
        Mat grey = new Mat();
        Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
        Imgproc.cvtColor(grey, grey, Imgproc.COLOR_GRAY2BGR);

        assertThat(stills.find(grey)).hasSize(1);
    }

    @Test
    void picturesThatAreNotBgrWithEightBitsAreRefused() {
        Mat oneChannel = new Mat(480, 640, CvType.CV_8UC1);
        Mat sixteenBits = new Mat(480, 640, CvType.CV_16UC3);

        assertThatIllegalArgumentException().isThrownBy(() -> stills.find(oneChannel));
        assertThatIllegalArgumentException().isThrownBy(() -> stills.find(sixteenBits));
        assertThatIllegalArgumentException().isThrownBy(() -> stills.find(new Mat()));
    }

    @Test
    void aFaceIsFoundAtItsPlaceInAFourKPicture() {
        Mat small = Pictures.still("dalia/enrol");
        Mat large = new Mat();
        Imgproc.resize(small, large, new Size(2880, 2160), 0, 0, Imgproc.INTER_LINEAR);
        BoundingBox expected = stills.find(small).getFirst().mesh().bounds();

        BoundingBox found = stills.find(large).getFirst().mesh().bounds();

        assertThat(found.centreX() / 4.5f).isCloseTo(expected.centreX(), within(3f));
        assertThat(found.centreY() / 4.5f).isCloseTo(expected.centreY(), within(3f));
        assertThat(found.width() / 4.5f).isCloseTo(expected.width(), within(5f));
    }

    @Test
    void theLargestFaceComesFirst() {
        Mat both = Pictures.onGrey(Pictures.still("bruno/enrol"), 1280, 480, 0, 0);
        Mat smaller = Pictures.resized(Pictures.still("hana/enrol"), 0.7);
        smaller.copyTo(both.submat(40, 40 + smaller.rows(), 700, 700 + smaller.cols()));

        List<Face> faces = stills.find(both);

        assertThat(faces).hasSize(2);
        assertThat(faces.get(0).box().centreX()).isLessThan(640);
        assertThat(faces.get(1).box().centreX()).isGreaterThan(640);
    }

    /** Eyes 27 pixels apart: large enough to be recognised, but only 1.4 % of this picture's width. */
    @ParameterizedTest
    @CsvSource({"100, 100", "1500, 100", "820, 700", "1600, 840"})
    void aFarFaceInALargePictureIsFoundByACloserSearch(int x, int y) {
        Mat picture = Pictures.onGrey(Pictures.resized(Pictures.still("dalia/enrol"), 0.42), 1920, 1080, x, y);

        List<Face> faces = stills.find(picture);

        assertThat(faces).hasSize(1);
        assertThat(Landmark.interOcular(faces.getFirst().mesh())).isBetween(24f, 30f);
    }

    @Test
    void aStreamSearchesOnePartAPictureAndStaysWhereItFoundAFace() {
        Mat picture = Pictures.onGrey(Pictures.resized(Pictures.still("dalia/enrol"), 0.42), 1920, 1080, 1500, 800);
        int parts = Tiles.of(picture).size();
        int looks = 0;
        while (live.find(picture).isEmpty() && looks <= parts) {
            looks++;
        }

        assertThat(looks).isLessThan(parts);
        assertThat(live.find(picture)).hasSize(1);
        assertThat(live.find(picture)).hasSize(1);
    }

    @Test
    void aFaceThatFillsThePictureIsFound() {
        Mat picture = Pictures.still("emeka/enrol");
        BoundingBox bounds = stills.find(picture).getFirst().mesh().bounds();
        Mat near = picture.submat((int) bounds.y(), (int) (bounds.y() + bounds.height()), (int) bounds.x(), (int)
                        (bounds.x() + bounds.width()))
                .clone();

        assertThat(stills.find(near)).hasSize(1);
    }
}
