package io.lintel.access.loop;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.access.AccessSettings;
import io.lintel.access.AlarmWatch;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.access.EntryRule;
import io.lintel.access.PersonAccess;
import io.lintel.access.VisitCollaborators;
import io.lintel.access.VisitRegistry;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.camera.Frame;
import io.lintel.door.DoorMode;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.system.FakeClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opencv.core.Mat;

/** One clip played through the real analyzer and the real loop, at the clip's rate on a fake clock. */
final class ClipRun {

    /** @param at clip time */
    record Outcome(Decision decision, Duration at) {}

    private final FakeClock clock = new FakeClock();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<AccessEvent.View> views = new ArrayList<>();
    private final List<String> relay = new ArrayList<>();
    private final long start = clock.nanos();
    private Duration firstFace = Duration.ofDays(1);
    private int frames;

    static ClipRun play(FfmpegClip clip, FaceAnalyzer analyzer, Identifier gallery, AccessSettings settings) {
        return play(clip, picture -> {}, analyzer, gallery, settings);
    }

    /** @param edit of each picture, in place */
    static ClipRun play(
            FfmpegClip clip, Consumer<Mat> edit, FaceAnalyzer analyzer, Identifier gallery, AccessSettings settings) {
        ClipRun run = new ClipRun();
        EntryRule entry = new EntryRule(
                PersonAccess::always, () -> HolidayCalendar.NONE, run.clock, ZoneId.of("UTC"), () -> DoorMode.NORMAL);
        VisitRegistry registry = new VisitRegistry(
                settings,
                VisitCollaborators.of(
                        ThresholdTable.of(settings.threshold().embedder()),
                        gallery,
                        entry,
                        run.clock,
                        analyzer.modelIds()));
        LoopCollaborators shared =
                new LoopCollaborators(analyzer, gallery, LoopSettings.DEFAULT, run.clock, run::heard, LoopMeter.NONE);
        DecisionExecutor executor = new DecisionExecutor(
                cause -> run.relay.add(cause), run.recorder(), new AlarmWatch(settings.visit()), run.clock, shared);
        Duration interval = Duration.ofNanos((long) (1e9 / clip.framesPerSecond()));
        try (FramePipeline pipeline = new FramePipeline(shared, registry, executor, SecondCameraCheck.NONE)) {
            clip.forEachFrame(picture -> {
                edit.accept(picture);
                run.frame(pipeline, picture, interval);
            });
        }
        return run;
    }

    private void frame(FramePipeline pipeline, Mat picture, Duration interval) {
        if (frames++ > 0) {
            clock.advance(interval);
        }
        Frame frame = new Frame(picture, frames, clock.nanos(), () -> {});
        if (pipeline.process(frame) > 0 && now().compareTo(firstFace) < 0) {
            firstFace = now();
        }
    }

    private Duration now() {
        return Duration.ofNanos(clock.nanos() - start);
    }

    private DecisionRecorder recorder() {
        return new DecisionRecorder() {
            @Override
            public long record(Decision decision) {
                outcomes.add(new Outcome(decision, now()));
                return outcomes.size();
            }

            @Override
            public void doorStayedShut(long row, String why) {}

            @Override
            public void record(AccessAlarm alarm) {}
        };
    }

    private void heard(AccessEvent event) {
        if (event instanceof AccessEvent.View view) {
            views.add(view);
        }
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    List<String> codes() {
        return outcomes.stream().map(outcome -> outcome.decision().code()).toList();
    }

    List<PersonId> granted() {
        return outcomes.stream()
                .map(Outcome::decision)
                .filter(Decision.Granted.class::isInstance)
                .map(decision -> ((Decision.Granted) decision).person())
                .toList();
    }

    /** From the first detected face to the first grant. */
    Optional<Duration> timeToGrant() {
        return outcomes.stream()
                .filter(outcome -> outcome.decision() instanceof Decision.Granted)
                .findFirst()
                .map(outcome -> outcome.at().minus(firstFace));
    }

    int pulses() {
        return relay.size();
    }

    List<AccessEvent.View> views() {
        return views;
    }
}
