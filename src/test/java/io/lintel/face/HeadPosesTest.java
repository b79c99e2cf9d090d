package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** On renderings whose pose is known to the degree (prototypes/synthetic-people/shots.py). */
class HeadPosesTest {

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
    @CsvSource({
        "alva/enrol, 0", "alva/left15, 13.2", "alva/right15, -16.1", "alva/left30, 27.6", "alva/right30, -32.4",
        "chen/enrol, 0", "chen/left15, 17.1", "chen/right15, -17.5", "chen/left30, 28.7", "chen/right30, -27.6",
        "emeka/enrol, 0", "emeka/left15, 12.4", "emeka/right15, -16.1", "emeka/left30, 28.5", "emeka/right30, -31.4",
        "leila/enrol, 0", "leila/left15, 13.5", "leila/right15, -15.2", "leila/left30, 31.2", "leila/right30, -30.2"
    })
    void yawIsPositiveTowardsThePersonsOwnLeft(String shot, float yaw) {
        Face face = only(Pictures.still(shot));

        assertThat(face.pose().yaw()).isCloseTo(yaw, within(6f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bruno", "dalia", "hana", "ines"})
    void whoTurnsLeftPointsTheNoseToThePicturesRight(String person) {
        assertThat(noseOffset(person + "/left30")).isGreaterThan(noseOffset(person + "/enrol") + 0.1);
        assertThat(noseOffset(person + "/right30")).isLessThan(noseOffset(person + "/enrol") - 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dalia/enrol", "chen/smile"})
    void rollIsPositiveWhenTheHeadTiltsClockwise(String shot) {
        Mat picture = Pictures.still(shot);
        float upright = only(picture).pose().roll();
        Mat turned = new Mat();
        Square clockwise = new Square(320, 240, 640, Math.toRadians(-20));
        new Warp().plain(picture, clockwise.toPicture(640), 640, turned);

        assertThat(only(turned).pose().roll() - upright).isCloseTo(20, within(4f));
    }

    /** The demo's camera looks up or down at people; whoever is seen from further above looks further down. */
    @ParameterizedTest
    @CsvSource({
        "kiran/smile, kiran/dim",
        "fatou/left15, fatou/enrol",
        "alva/glasses, alva/smile",
        "emeka/left15, emeka/smile"
    })
    void pitchIsPositiveWhenThePersonLooksUp(String up, String down) {
        assertThat(only(Pictures.still(up)).pose().pitch())
                .isGreaterThan(only(Pictures.still(down)).pose().pitch() + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alva/left30", "gustav/right15"})
    void aMirroredPictureMirrorsYawAndRoll(String shot) {
        Mat picture = Pictures.still(shot);
        Mat mirrored = new Mat();
        Core.flip(picture, mirrored, 1);

        HeadPose pose = only(picture).pose();
        HeadPose other = only(mirrored).pose();

        assertThat(other.yaw()).isCloseTo(-pose.yaw(), within(4f));
        assertThat(other.roll()).isCloseTo(-pose.roll(), within(3f));
        assertThat(other.pitch()).isCloseTo(pose.pitch(), within(4f));
    }

    /** Nose tip against the middle of the eyes, in eye distances. */
    private static double noseOffset(String shot) {
        FaceMesh mesh = only(Pictures.still(shot)).mesh();
        double middle = (Landmark.rightEye(mesh).x() + Landmark.leftEye(mesh).x()) / 2;
        return (mesh.point(Landmark.NOSE_TIP).x() - middle) / Landmark.interOcular(mesh);
    }

    private static Face only(Mat picture) {
        assertThat(analyzer.find(picture)).hasSize(1);
        return analyzer.find(picture).getFirst();
    }
}
