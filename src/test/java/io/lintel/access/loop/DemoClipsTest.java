package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.AccessEvent;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** What the demo promises: the clips of config/demo through the real models and the real rules. */
class DemoClipsTest {

    private static final Path DEMO = Path.of("config/demo");
    private static final PersonId ALVA = new PersonId(1);
    private static final PersonId DALIA = new PersonId(3);
    private static final PersonId EMEKA = new PersonId(4);
    private static final Map<String, PersonId> ENROLLED = Map.of("alva", ALVA, "dalia", DALIA, "emeka", EMEKA);

    private static OnnxFaceAnalyzer analyzer;
    private static final MemoryGallery GALLERY = MemoryGallery.asAtTheDoor();

    @BeforeAll
    static void enrol() {
        TestModels.installed("mobilefacenet");
        ModelStore store = ModelStore.open(TestModels.folder());
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(store), FaceSettings.live());
        ENROLLED.forEach((name, person) -> GALLERY.enrol(person, List.of(embedding(name))));
    }

    private static Embedding embedding(String name) {
        Mat picture =
                Imgcodecs.imread(DEMO.resolve("people/" + name + "/enrol.jpg").toString());
        Face face = analyzer.find(picture).getFirst();
        Mat chip = new Mat();
        analyzer.align(picture, face, chip);
        return analyzer.embed(chip);
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @Test
    void daliaIsGrantedOnceWithinASecondOfBeingSeen() {
        ClipRun run = play("enrolled");

        assertThat(run.granted()).containsExactly(DALIA);
        assertThat(run.codes()).containsExactly("granted");
        assertThat(run.outcomes().getFirst().decision().explanation().tally().sinceFirstNanos())
                .isLessThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(run.pulses()).isEqualTo(1);
    }

    @Test
    void jonasIsUnknownAndNeverGranted() {
        ClipRun run = play("unknown");

        assertThat(run.codes()).isNotEmpty().containsOnly("unknown");
        assertThat(run.pulses()).isZero();
    }

    @Test
    void alvaAndEmekaAreEachDecided() {
        ClipRun run = play("two-people");

        assertThat(run.granted()).containsExactlyInAnyOrder(ALVA, EMEKA);
    }

    @Test
    void anEmptyCorridorRaisesNothing() {
        ClipRun run = play("empty");

        assertThat(run.codes()).isEmpty();
        assertThat(run.views())
                .hasSize(45)
                .allSatisfy(view -> assertThat(view.observation()).isInstanceOf(DoorScreenMessage.NoOne.class));
    }

    @Test
    void aPhotoOfDaliaIsASpoof() {
        ClipRun run = play("photo-attack");

        assertThat(run.codes()).contains("spoof").doesNotContain("granted");
        assertThat(run.pulses()).isZero();
    }

    /** Dalia's clip, shown smaller: somebody who walks up and looks, about twice as far away. */
    @Test
    void whoeverStaysInTheBackgroundIsNoVisitor() {
        ClipRun door = playSmaller(DistanceSettings.DEFAULT);
        assertThat(door.codes()).isEmpty();
        assertThat(door.views().stream().map(AccessEvent.View::observation))
                .hasAtLeastOneElementOfType(DoorScreenMessage.Approaching.class)
                .allMatch(shown ->
                        shown instanceof DoorScreenMessage.Approaching || shown instanceof DoorScreenMessage.NoOne);

        // the pictures are good enough all the same
        assertThat(playSmaller(DistanceSettings.DEMONSTRATION).granted()).containsExactly(DALIA);
    }

    private static ClipRun playSmaller(DistanceSettings distance) {
        Mat small = new Mat();
        try {
            return ClipRun.play(
                    FfmpegClip.of(DEMO.resolve("clips/enrolled.avi")),
                    picture -> {
                        Imgproc.resize(picture, small, new Size(), 0.55, 0.55, Imgproc.INTER_AREA);
                        picture.setTo(new Scalar(127, 127, 127));
                        small.copyTo(picture.submat(0, small.rows(), 0, small.cols()));
                    },
                    analyzer,
                    GALLERY,
                    MobileFaceNet.ACCESS.withLiveness(new LivenessPolicy.Off()).withDistance(distance));
        } finally {
            small.release();
        }
    }

    @Test
    void withoutLivenessThePhotoPasses() {
        ClipRun run = play("photo-attack", new LivenessPolicy.Off());

        assertThat(run.granted()).contains(DALIA);
    }

    private static ClipRun play(String clip) {
        return play(clip, LivenessPolicy.DEFAULT);
    }

    private static ClipRun play(String clip, LivenessPolicy liveness) {
        return ClipRun.play(
                FfmpegClip.of(DEMO.resolve("clips/" + clip + ".avi")),
                analyzer,
                GALLERY,
                MobileFaceNet.ACCESS.withLiveness(liveness).withDistance(DistanceSettings.DEMONSTRATION));
    }
}
