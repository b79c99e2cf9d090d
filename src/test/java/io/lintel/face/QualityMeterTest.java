package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class QualityMeterTest {

    private static OnnxFaceAnalyzer analyzer;

    @BeforeAll
    static void open() {
        analyzer = Pictures.analyzer(FaceSettings.stills());
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrol", "left15", "right15", "smile", "dim", "sidelight"})
    void facesWorthComparingPass(String shot) {
        for (String person : new String[] {"alva", "bruno", "dalia", "emeka", "fatou", "hana"}) {
            assertThat(quality(Pictures.still(person + "/" + shot)).flaws())
                    .as("%s/%s", person, shot)
                    .isEmpty();
        }
    }

    @Test
    void aBlurredFaceIsToHoldStill() {
        Mat blurred = new Mat();
        Imgproc.GaussianBlur(Pictures.still("dalia/enrol"), blurred, new Size(0, 0), 4);

        assertThat(quality(blurred).flaws()).containsExactly(QualityFlaw.BLURRED);
    }

    @Test
    void aFaceInTheDarkNeedsLight() {
        Mat dark = new Mat();
        Core.multiply(Pictures.still("dalia/enrol"), new Scalar(0.12, 0.12, 0.12), dark);

        assertThat(quality(dark).flaws()).contains(QualityFlaw.TOO_DARK);
    }

    @Test
    void aGlaringFaceNeedsLessLight() {
        Mat glaring = new Mat();
        Pictures.still("dalia/enrol").convertTo(glaring, -1, 0.3, 195);

        assertThat(quality(glaring).flaws()).contains(QualityFlaw.TOO_BRIGHT);
    }

    @Test
    void aFaceInFogLacksContrast() {
        Mat foggy = new Mat();
        Pictures.still("dalia/enrol").convertTo(foggy, -1, 0.3, 90);

        assertThat(quality(foggy).flaws()).contains(QualityFlaw.LOW_CONTRAST);
    }

    @Test
    void aSmallFaceIsToComeCloser() {
        Mat far = Pictures.onGrey(Pictures.resized(Pictures.still("dalia/enrol"), 0.32), 480, 360, 130, 100);

        FaceQuality quality = quality(far);

        assertThat(quality.interOcularPixels()).isBetween(18f, 23f);
        assertThat(quality.flaws()).contains(QualityFlaw.TOO_FAR);
    }

    @Test
    void aFaceThatFillsThePictureIsToStepBack() {
        Mat picture = Pictures.still("dalia/enrol");
        BoundingBox bounds = analyzer.find(picture).getFirst().mesh().bounds();
        Mat near = picture.submat((int) bounds.y(), (int) (bounds.y() + bounds.height()), (int) bounds.x(), (int)
                (bounds.x() + bounds.width()));

        assertThat(quality(near.clone()).flaws()).contains(QualityFlaw.TOO_CLOSE);
    }

    @Test
    void aFaceHalfOutOfThePictureIsToMoveToTheMiddle() {
        Mat picture = Pictures.still("dalia/enrol");
        BoundingBox bounds = analyzer.find(picture).getFirst().mesh().bounds();
        int from = (int) (bounds.x() + 0.22 * bounds.width());
        Mat cut = picture.submat(new Rect(from, 0, picture.cols() - from, picture.rows()))
                .clone();

        assertThat(quality(cut).flaws()).contains(QualityFlaw.CUT_OFF);
    }

    @Test
    void aTiltedFaceIsToBeHeldUpright() {
        Mat tilted = new Mat();
        new Warp()
                .plain(
                        Pictures.still("dalia/enrol"),
                        new Square(320, 240, 640, Math.toRadians(50)).toPicture(640),
                        640,
                        tilted);

        assertThat(quality(tilted).flaws()).contains(QualityFlaw.TILTED);
    }

    @Test
    void limitsDecideNotTheMeter() {
        FaceSettings strict = FaceSettings.stills();
        QualityLimits limits = new QualityLimits(500, 0.9f, 0, 0, 255, 0, 0.01f, 90, 90, 1);
        try (OnnxFaceAnalyzer other = Pictures.analyzer(strict.withQuality(limits))) {
            Mat picture = Pictures.still("dalia/left15");
            Face face = other.find(picture).getFirst();

            assertThat(other.assess(picture, face).flaws())
                    .containsExactlyInAnyOrder(QualityFlaw.TOO_FAR, QualityFlaw.TURNED_SIDEWAYS);
        }
    }

    private static FaceQuality quality(Mat picture) {
        List<Face> faces = analyzer.find(picture);
        assertThat(faces).hasSize(1);
        return analyzer.assess(picture, faces.getFirst());
    }
}
