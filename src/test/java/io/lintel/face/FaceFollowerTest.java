package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class FaceFollowerTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 480;

    private OnnxFaceAnalyzer analyzer;
    private OnnxFaceAnalyzer byDetectorAlone;

    @BeforeEach
    void open() {
        analyzer = Pictures.analyzer(FaceSettings.live());
        byDetectorAlone = Pictures.analyzer(FaceSettings.live());
    }

    @AfterEach
    void close() {
        if (analyzer != null) {
            analyzer.close();
            byDetectorAlone.close();
        }
    }

    @Test
    void aFollowedFaceIsTheDetectedOneInPlaceSizeAndEmbedding() {
        for (String who : List.of("dalia/enrol", "bruno/left30", "emeka/enrol")) {
            Face first = findNext(at(who, 100, 0), 0).getFirst();
            Mat moved = at(who, 112, 0);

            Face followed = findNext(moved, 66).getFirst();

            Face detected = byDetectorAlone.find(moved).getFirst();
            assertThat(followed.box().centreX()).as(who).isCloseTo(first.box().centreX() + 12, within(2f));
            assertThat(followed.box().iou(detected.box())).as(who).isGreaterThan(0.8f);
            assertThat(embedding(moved, followed).cosine(embedding(moved, detected)))
                    .as(who)
                    .isGreaterThan(0.97);
            findNext(grey(), 1000);
        }
    }

    @Test
    void aNewcomerBesideSomebodyIsSeenWithin100Milliseconds() {
        Mat one = at("dalia/enrol", 0, 0);
        Mat two = one.clone();
        Pictures.still("bruno/enrol").copyTo(two.submat(0, 480, 640, 1280));

        assertThat(findNext(one, 0)).hasSize(1);
        assertThat(findNext(two, 40)).hasSize(1);
        assertThat(findNext(two, 100)).hasSize(2);
    }

    @Test
    void whoIsLostIsLookedForInTheVeryPictureInWhichTheyAreLost() {
        assertThat(findNext(at("dalia/enrol", 0, 0), 0)).hasSize(1);

        List<Face> elsewhere = findNext(at("dalia/enrol", 640, 0), 33);

        assertThat(elsewhere).hasSize(1);
        assertThat(elsewhere.getFirst().box().centreX()).isGreaterThan(640);
        assertThat(findNext(grey(), 66)).isEmpty();
        assertThat(findNext(at("dalia/enrol", 0, 0), 70))
                .as("an empty scene is searched each time")
                .hasSize(1);
    }

    @Test
    void twoWhoAreFollowedStayTwo() {
        Mat two = at("dalia/enrol", 0, 0);
        Pictures.still("bruno/enrol").copyTo(two.submat(0, 480, 640, 1280));
        findNext(two, 0);

        assertThat(findNext(two, 33)).hasSize(2);
        assertThat(findNext(at("dalia/enrol", 0, 0), 66)).as("one of them left").hasSize(1);
    }

    @Test
    void aPictureOfAnotherSizeAndOneFromBeforeAreSearchedAnew() {
        findNext(at("dalia/enrol", 0, 0), 200);

        assertThat(findNext(at("bruno/enrol", 640, 0), 100)).hasSize(1);
        assertThat(findNext(Pictures.still("hana/enrol"), 101)).hasSize(1);
    }

    private List<Face> findNext(Mat picture, long millis) {
        return analyzer.findNext(picture, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Embedding embedding(Mat picture, Face face) {
        Mat chip = new Mat();
        byDetectorAlone.align(picture, face, chip);
        return byDetectorAlone.embed(chip);
    }

    private static Mat at(String who, int x, int y) {
        return Pictures.onGrey(Pictures.still(who), WIDTH, HEIGHT, x, y);
    }

    private static Mat grey() {
        return new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, new Scalar(120, 120, 120));
    }
}
