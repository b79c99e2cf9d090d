package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.AccessSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Who is let in at the door, and printed photos, on clips of real people: NUAA, one laboratory, 8 people, prints only.
 * Takes some minutes: {@code mvn test -Dtest=DoorClipsTest -Dlintel.evaluate=true}.
 */
@EnabledIfSystemProperty(
        named = "lintel.evaluate",
        matches = "true",
        disabledReason =
                "skipped: needs pictures of real people (../shared/data) and takes minutes: -Dlintel.evaluate=true")
class DoorClipsTest {

    private static final AccessSettings WITHOUT_LIVENESS = MobileFaceNet.ACCESS.withLiveness(new LivenessPolicy.Off());

    private static OnnxFaceAnalyzer analyzer;

    @BeforeAll
    static void load() {
        SharedData.folder();
        TestModels.installed("mobilefacenet");
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(ModelStore.open(TestModels.folder())), FaceSettings.live());
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    /**
     * Both published networks take this live person for a picture in most frames, so the sequential test asks for a challenge, which a door without a
     * screen cannot give; 14 of the 15 live clips are let in. Lintel's own network alone lets this one in too (docs/decisions/0130).
     */
    private static final String DOUBTED_BY_THE_PAIR = "live_0001_00_00_02";

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void enrolledPeopleAreGrantedWithin1500MillisecondsAndOthersNever(int firstEnrolled) {
        MemoryGallery gallery = enrolled(firstEnrolled);
        for (FfmpegClip clip : SharedData.clips("door_clips", "live_")) {
            ClipRun run = play(clip, gallery, WITHOUT_LIVENESS);
            if (isEnrolled(clip, firstEnrolled)) {
                assertThat(run.granted()).as(clip.name()).containsOnly(subject(clip));
                assertThat(run.timeToGrant().orElseThrow())
                        .as(clip.name())
                        .isLessThanOrEqualTo(Duration.ofMillis(1500));
            } else {
                assertThat(run.granted()).as(clip.name()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void noPrintOpensAndTheLivingAreLetInWithoutMuchDelay(int firstEnrolled) {
        MemoryGallery gallery = enrolled(firstEnrolled);
        List<Long> times = new ArrayList<>();
        for (FfmpegClip clip : SharedData.clips("door_clips", "")) {
            ClipRun run = play(clip, gallery, MobileFaceNet.ACCESS);
            if (isEnrolled(clip, firstEnrolled) && clip.name().startsWith("live_")) {
                if (clip.name().equals(DOUBTED_BY_THE_PAIR)) {
                    assertThat(run.granted()).as(clip.name()).isSubsetOf(subject(clip));
                    continue;
                }
                assertThat(run.granted()).as(clip.name()).containsOnly(subject(clip));
                times.add(run.timeToGrant().orElseThrow().toMillis());
            } else {
                assertThat(run.granted()).as(clip.name()).isEmpty();
                assertThat(run.pulses()).isZero();
            }
        }
        // Without liveness every clip takes three frames: 400 ms at the clips' usual five frames a second.
        assertThat(times.stream().sorted().toList().get(times.size() / 2)).isLessThan(800);
    }

    /** Before there was a maximum distance. */
    @Test
    void withoutAMaximumDistanceSomebodyInTheBackgroundOfOneClipIsLetIn() {
        FfmpegClip clip = SharedData.clips("door_clips", "live_0006_00_00_02").getFirst();

        ClipRun run = play(clip, enrolled(5), WITHOUT_LIVENESS.withDistance(new DistanceSettings(10, 60)));

        assertThat(run.granted()).hasSize(2).startsWith(subject(clip)).doesNotHaveDuplicates();
    }

    @Test
    void officeClipsCauseNoGrantAndPeopleSeenFromBehindRaiseNothing() {
        MemoryGallery gallery = enrolled(1);
        for (FfmpegClip clip : SharedData.clips("office_clips", "")) {
            ClipRun run = play(clip, gallery, WITHOUT_LIVENESS);
            assertThat(run.granted()).as(clip.name()).isEmpty();
            if (clip.name().startsWith("one-by-one")) {
                assertThat(run.codes()).as(clip.name()).isEmpty();
            }
        }
    }

    private static ClipRun play(FfmpegClip clip, MemoryGallery gallery, AccessSettings settings) {
        ClipRun run = ClipRun.play(clip, analyzer, gallery, settings);
        System.out.printf(
                "%-40s liveness=%-8s %5s ms  %s%n",
                clip.name(),
                settings.liveness().describe(),
                run.timeToGrant().map(Duration::toMillis).map(String::valueOf).orElse("-"),
                run.codes());
        return run;
    }

    private static boolean isEnrolled(FfmpegClip clip, int first) {
        return subject(clip).value() >= first && subject(clip).value() < first + 4;
    }

    private static PersonId subject(FfmpegClip clip) {
        return new PersonId(Long.parseLong(clip.name().split("_")[1]));
    }

    /** Four subjects from three live frames of session 01 each; subject 8, who has none, from session 02. */
    private static MemoryGallery enrolled(int first) {
        MemoryGallery gallery = MemoryGallery.asAtTheDoor();
        IntStream.range(first, first + 4).forEach(subject -> {
            List<Path> frames = SharedData.nuaaLive("%04d".formatted(subject), subject == 8 ? "02" : "01");
            List<Embedding> shots = IntStream.of(0, frames.size() / 2, frames.size() - 1)
                    .mapToObj(frames::get)
                    .map(DoorClipsTest::embedding)
                    .toList();
            gallery.enrol(new PersonId(subject), shots);
        });
        return gallery;
    }

    private static Embedding embedding(Path file) {
        Mat picture = Imgcodecs.imread(file.toString());
        Face face = analyzer.find(picture).getFirst();
        Mat chip = new Mat();
        analyzer.align(picture, face, chip);
        return analyzer.embed(chip);
    }
}
