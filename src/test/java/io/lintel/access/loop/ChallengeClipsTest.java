package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.access.AlarmWatch;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.EntryRule;
import io.lintel.access.MobileFaceNet;
import io.lintel.access.PersonAccess;
import io.lintel.access.StepUpPolicy;
import io.lintel.access.VisitCollaborators;
import io.lintel.access.VisitRegistry;
import io.lintel.access.challenge.Challenge;
import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.challenge.ChallengeState;
import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.challenge.Gesture;
import io.lintel.access.challenge.Instruction;
import io.lintel.access.challenge.InstructionGenerator;
import io.lintel.access.pin.PinEntry;
import io.lintel.camera.Frame;
import io.lintel.door.DoorMode;
import io.lintel.face.EyeAspect;
import io.lintel.face.Face;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.MemoryGallery;
import io.lintel.gallery.PersonId;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.system.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The active challenge with the real models: dalia's stills and clip, shown as she would move. */
class ChallengeClipsTest {

    private static final Path DEMO = Path.of("config/demo");
    private static final PersonId DALIA = new PersonId(3);
    private static final Duration INTERVAL = Duration.ofMillis(67);

    private static OnnxFaceAnalyzer analyzer;
    private static final MemoryGallery GALLERY = MemoryGallery.asAtTheDoor();
    private static final List<Mat> STRAIGHT = new ArrayList<>();
    private static Mat shut;

    @BeforeAll
    static void enrol() {
        TestModels.installed("mobilefacenet");
        ModelStore store = ModelStore.open(TestModels.folder());
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(store), FaceSettings.live());
        Mat picture = still("enrol");
        Mat chip = new Mat();
        analyzer.align(picture, analyzer.find(picture).getFirst(), chip);
        GALLERY.enrol(DALIA, List.of(analyzer.embed(chip)));
        List<Mat> frames = new ArrayList<>();
        FfmpegClip.of(DEMO.resolve("clips/enrolled.avi")).forEachFrame(frame -> frames.add(frame.clone()));
        List<Mat> near = frames.stream().filter(ChallengeClipsTest::isStraight).toList();
        shut = near.stream()
                .min(Comparator.comparingDouble(ChallengeClipsTest::eyes))
                .orElseThrow();
        double open = near.stream().mapToDouble(ChallengeClipsTest::eyes).max().orElseThrow();
        near.stream().filter(frame -> eyes(frame) > 0.85 * open).limit(12).forEach(STRAIGHT::add);
    }

    private static boolean isStraight(Mat frame) {
        List<Face> faces = analyzer.find(frame);
        return faces.size() == 1
                && Math.abs(faces.getFirst().pose().yaw()) < 3
                && faces.getFirst().box().width() > 120;
    }

    private static double eyes(Mat frame) {
        return EyeAspect.of(analyzer.find(frame).getFirst().mesh());
    }

    private static Mat still(String name) {
        return Imgcodecs.imread(DEMO.resolve("people/dalia/" + name + ".jpg").toString());
    }

    @AfterAll
    static void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void daliaWhoFollowsIsLetIn(long seed) {
        Door door = new Door(ChallengeWhen.ALWAYS, seed);

        door.showDalia(Duration.ofSeconds(40));

        assertThat(door.decisions).singleElement().isInstanceOf(Decision.Granted.class);
        assertThat(door.decisions.getFirst().explanation().proofs().getFirst()).endsWith("passed");
    }

    @Test
    void daliasClipDoesNotFollowAndNeverPasses() {
        Door door = new Door(ChallengeWhen.ALWAYS, 4);

        for (int i = 0; i < 2; i++) {
            FfmpegClip.of(DEMO.resolve("clips/enrolled.avi")).forEachFrame(door::show);
        }

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted").contains("spoof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALWAYS", "WHEN_UNSURE"})
    void herPhotoNeverPasses(ChallengeWhen when) {
        Door door = new Door(when, 5);

        FfmpegClip.of(DEMO.resolve("clips/photo-attack.avi")).forEachFrame(door::show);
        FfmpegClip.of(DEMO.resolve("clips/empty.avi")).forEachFrame(door::show);

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted").contains("spoof");
    }

    /** A recording of one sequence of instructions, shown to 200 others. */
    @Test
    void aRecordingOfHerFailsAgainstOtherDraws() {
        Door door = new Door(ChallengeWhen.ALWAYS, 1);
        door.showDalia(Duration.ofSeconds(40));
        assertThat(door.codes()).containsExactly("granted");
        List<Gesture> recording = door.gestures;
        Random random = new Random(11);
        int failed = 0;
        for (int i = 0; i < 200; i++) {
            InstructionGenerator draw = new InstructionGenerator(ChallengeSettings.DEFAULT, random);
            Challenge challenge = Challenge.begin(
                    ChallengeSettings.DEFAULT,
                    draw,
                    recording.getFirst().eyeDistance(),
                    640,
                    recording.getFirst().nanos());
            recording.forEach(challenge::see);
            failed += challenge.state() instanceof ChallengeState.Passed ? 0 : 1;
        }
        assertThat(failed).isGreaterThanOrEqualTo(180);
    }

    /** A door that always asks, with the real analyzer. */
    private static final class Door implements DecisionRecorder {

        private final FakeClock clock = new FakeClock();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Gesture> gestures = new ArrayList<>();
        private final FramePipeline pipeline;
        private @Nullable DoorScreenMessage shown;
        private @Nullable Instruction doing;
        private int step;
        private int frames;
        private double zoom = 1;

        Door(ChallengeWhen when, long seed) {
            StepUpPolicy stepUp = new StepUpPolicy() {
                @Override
                public ChallengeWhen challenge() {
                    return when;
                }

                @Override
                public boolean needsPin(PersonId person) {
                    return false;
                }
            };
            EntryRule entry = new EntryRule(
                    PersonAccess::always, () -> HolidayCalendar.NONE, clock, ZoneId.of("UTC"), () -> DoorMode.NORMAL);
            VisitRegistry registry = new VisitRegistry(
                    MobileFaceNet.ACCESS,
                    VisitCollaborators.of(MobileFaceNet.TABLE, GALLERY, entry, clock, "test")
                            .with(stepUp, PinEntry.none(), new Random(seed)));
            LoopCollaborators shared =
                    new LoopCollaborators(analyzer, GALLERY, LoopSettings.DEFAULT, clock, this::heard, LoopMeter.NONE);
            DecisionExecutor executor = new DecisionExecutor(
                    cause -> true, this, new AlarmWatch(MobileFaceNet.ACCESS.visit()), clock, shared);
            pipeline = new FramePipeline(shared, registry, executor, SecondCameraCheck.NONE);
        }

        void show(Mat picture) {
            clock.advance(INTERVAL);
            pipeline.process(new Frame(picture, ++frames, clock.nanos(), () -> {}));
            if (shown instanceof DoorScreenMessage.Asked) {
                analyzer.find(picture).stream().limit(1).forEach(face -> gestures.add(Gesture.of(face, clock.nanos())));
            }
        }

        void showDalia(Duration longest) {
            long end = clock.nanos() + longest.toNanos();
            while (decisions.isEmpty() && clock.nanos() < end) {
                Instruction asked = shown instanceof DoorScreenMessage.Asked(var instruction) ? instruction : null;
                if (asked != doing) {
                    doing = asked;
                    step = 0;
                }
                show(picture(step++));
            }
        }

        /** A moment to react, then the movement. */
        private Mat picture(int since) {
            Mat straight = STRAIGHT.get(frames % STRAIGHT.size());
            boolean reacted = since >= 4;
            Mat next = straight;
            if (doing == Instruction.LEFT || doing == Instruction.RIGHT) {
                String side = doing == Instruction.LEFT ? "left" : "right";
                next = !reacted ? straight : since < 7 ? still(side + "15") : still(side + "30");
            } else if (doing == Instruction.BLINK && reacted) {
                next = shut;
            } else if (doing == Instruction.CLOSER && reacted) {
                zoom = Math.min(1.5, zoom * 1.04);
            }
            return zoomed(next);
        }

        private Mat zoomed(Mat picture) {
            if (zoom == 1) {
                return picture;
            }
            Face face = analyzer.find(picture).getFirst();
            Mat into = new Mat();
            Mat motion = Imgproc.getRotationMatrix2D(
                    new Point(face.box().centreX(), face.box().centreY()), 0, zoom);
            Imgproc.warpAffine(picture, into, motion, picture.size());
            return into;
        }

        private void heard(AccessEvent event) {
            if (event instanceof AccessEvent.View view) {
                shown = view.observation();
            }
        }

        List<String> codes() {
            return decisions.stream().map(Decision::code).toList();
        }

        @Override
        public long record(Decision decision) {
            decisions.add(decision);
            return decisions.size();
        }

        @Override
        public void doorStayedShut(long row, String why) {}

        @Override
        public void record(AccessAlarm alarm) {}
    }
}
