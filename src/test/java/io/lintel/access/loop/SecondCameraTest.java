package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.Faces;
import io.lintel.access.loop.SecondCameraCheck.Agreement;
import io.lintel.access.loop.SecondCameraSettings.Kind;
import io.lintel.access.loop.SecondCameraSettings.WithoutAnswer;
import io.lintel.access.loop.SecondCameraSilence.Cause;
import io.lintel.camera.Frame;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class SecondCameraTest {

    private static final long NOW = Duration.ofSeconds(100).toNanos();
    private static final Face FACE = Faces.at(200, 100, 160);

    private Mat picture;
    private long capturedNanos = NOW + Duration.ofMillis(20).toNanos();
    private boolean lost;
    private long clockNanos = NOW;
    private int taken;
    private int darkBefore;
    private int givenBack;
    private int waits;
    private WithoutAnswer withoutAnswer = WithoutAnswer.KEEP_SHUT;
    private final SecondCameraSilence silence = new SecondCameraSilence();
    private List<Face> faces = List.of(Faces.at(230, 110, 150));
    private FaceQuality quality = Faces.good();

    SecondCameraTest() {
        picture = new Mat();
    }

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    private SecondCamera camera(Kind kind) {
        if (picture.empty()) {
            picture = lit();
        }
        return new SecondCamera(
                this::take,
                new Analyzer(),
                new SecondCameraSettings(kind, Duration.ofMillis(200), 0.2, 2, withoutAnswer),
                () -> clockNanos,
                silence);
    }

    private static Mat lit() {
        return new Mat(480, 640, CvType.CV_8UC3, Scalar.all(120));
    }

    private static Mat dark() {
        return new Mat(480, 640, CvType.CV_8UC3, Scalar.all(16));
    }

    private @Nullable Frame take(Duration timeout) {
        clockNanos += Math.min(timeout.toNanos(), Duration.ofMillis(40).toNanos());
        waits += timeout.isPositive() ? 1 : 0;
        if (lost) {
            return null;
        }
        taken++;
        Mat shown = taken <= darkBefore ? dark() : picture;
        return new Frame(shown, taken, capturedNanos, () -> givenBack++);
    }

    private Agreement look(Kind kind) {
        SecondCamera camera = camera(kind);
        try (Frame first = new Frame(Mat.zeros(480, 640, CvType.CV_8UC3), 1, NOW, () -> {})) {
            return camera.verify(first, FACE);
        }
    }

    @Test
    void aFaceThatBothSeeInTheSamePlaceIsAgreedUpon() {
        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.AGREES);
        assertThat(givenBack).isEqualTo(1);
    }

    @Test
    void aScreenIsDarkInInfrared() {
        faces = List.of();

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void aFaceElsewhereIsNotThisFace() {
        faces = List.of(Faces.at(460, 110, 150));

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void aFaceOfAnotherSizeIsNotThisFace() {
        faces = List.of(Faces.at(260, 160, 50));

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void aPalePrintIsNoFace() {
        quality = Faces.quality(60, QualityFlaw.LOW_CONTRAST);

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void picturesBetweenTheFlashesOfAPulsedLightAreSkipped() {
        darkBefore = 2;

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.AGREES);
        assertThat(givenBack).isEqualTo(3);
    }

    @Test
    void aLitPictureThatDisagreesStandsAfterDarkOnes() {
        darkBefore = 1;
        faces = List.of();

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
        assertThat(taken).isEqualTo(2);
    }

    @Test
    void aLightThatIsOffIsNoAttack() {
        darkBefore = Integer.MAX_VALUE;
        faces = List.of();

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.ABSENT);
        assertThat(givenBack).isEqualTo(taken);
    }

    /** Questions as a visit asks them, a few frames apart. */
    private List<Agreement> questions(SecondCamera camera, int count) {
        List<Agreement> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clockNanos += Duration.ofMillis(66).toNanos();
            capturedNanos = clockNanos;
            try (Frame first = new Frame(Mat.zeros(480, 640, CvType.CV_8UC3), 1, clockNanos, () -> {})) {
                answers.add(camera.verify(first, FACE));
            }
        }
        return answers;
    }

    @Test
    void aLightThatIsOffIsToldAndNotWaitedForAgain() {
        darkBefore = Integer.MAX_VALUE;
        SecondCamera camera = camera(Kind.INFRARED);

        questions(camera, 8);
        assertThat(silence.lasting()).isEqualTo(Cause.DARK);

        waits = 0;
        assertThat(questions(camera, 20)).containsOnly(Agreement.ABSENT);
        assertThat(waits).isZero();
    }

    @Test
    void aCameraThatIsLostIsToldAndNotWaitedForAgain() {
        lost = true;
        SecondCamera camera = camera(Kind.DEPTH);

        questions(camera, 40);
        assertThat(silence.lasting()).isEqualTo(Cause.NO_PICTURE);

        waits = 0;
        questions(camera, 20);
        assertThat(waits).isZero();
    }

    @Test
    void aLightThatIsOnAgainCountsAtOnce() {
        darkBefore = Integer.MAX_VALUE;
        SecondCamera camera = camera(Kind.INFRARED);
        questions(camera, 20);

        darkBefore = 0;

        assertThat(questions(camera, 1)).containsExactly(Agreement.AGREES);
        assertThat(silence.lasting()).isNull();
    }

    @Test
    void aDarkPictureNowAndAnotherHoursLaterIsNoLightThatIsOff() {
        SecondCamera camera = camera(Kind.INFRARED);
        darkBefore = Integer.MAX_VALUE;
        questions(camera, 1);
        clockNanos += Duration.ofHours(3).toNanos();

        questions(camera, 1);

        assertThat(silence.lasting()).isNull();
    }

    @Test
    void whereTheFirstCameraDecidesAloneItDoesSoOnceTheSecondIsKnownToBeSilent() {
        withoutAnswer = WithoutAnswer.FIRST_CAMERA;
        darkBefore = Integer.MAX_VALUE;
        SecondCamera camera = camera(Kind.INFRARED);

        assertThat(questions(camera, 1)).containsExactly(Agreement.ABSENT);
        questions(camera, 8);

        assertThat(questions(camera, 5)).containsOnly(Agreement.AGREES);
    }

    @Test
    void aScreenThatIsDarkInItsOwnPlaceOnlyIsAnAttack() {
        picture = lit();
        picture.submat(60, 340, 150, 450).setTo(Scalar.all(0));
        faces = List.of();

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void aLostCameraAgreesToNothing() {
        lost = true;

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.ABSENT);
    }

    @Test
    void anOldPictureAgreesToNothing() {
        capturedNanos = NOW - Duration.ofMillis(250).toNanos();

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.ABSENT);
        assertThat(givenBack).isEqualTo(taken);
    }

    @Test
    void aPictureThatCannotBeLookedAtAgreesToNothing() {
        faces = new ArrayList<>();
        faces.add(null);

        assertThat(look(Kind.INFRARED)).isEqualTo(Agreement.ABSENT);
        assertThat(givenBack).isEqualTo(1);
    }

    @Test
    void aHeadIsNotFlat() {
        picture = depth((x, y) -> 120 + 25 * Math.exp(-(x * x + y * y) / 5000));

        assertThat(look(Kind.DEPTH)).isEqualTo(Agreement.AGREES);
    }

    @Test
    void paperIsFlatHoweverItIsTilted() {
        picture = depth((x, y) -> 120 + 0.2 * x - 0.1 * y);

        assertThat(look(Kind.DEPTH)).isEqualTo(Agreement.DISAGREES);
    }

    @Test
    void whatWasNotMeasuredIsNoFace() {
        picture = depth((x, y) -> 0);

        assertThat(look(Kind.DEPTH)).isEqualTo(Agreement.DISAGREES);
    }

    private interface Surface {
        double at(double x, double y);
    }

    /** @param surface of places from the face's centre */
    private static Mat depth(Surface surface) {
        Mat depth = new Mat(480, 640, CvType.CV_8UC3);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                double grey = surface.at(x - 280, y - 180);
                depth.put(y, x, grey, grey, grey);
            }
        }
        return depth;
    }

    private final class Analyzer implements FaceAnalyzer {

        @Override
        public List<Face> find(Mat frame) {
            return faces;
        }

        @Override
        public FaceQuality assess(Mat frame, Face face) {
            return quality;
        }

        @Override
        public OptionalDouble liveness(Mat frame, Face face) {
            return OptionalDouble.empty();
        }

        @Override
        public void align(Mat frame, Face face, Mat chip) {}

        @Override
        public Embedding embed(Mat chip) {
            return Faces.axis(1);
        }

        @Override
        public String modelIds() {
            return "none";
        }

        @Override
        public void close() {}
    }
}
