package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.FaceView;
import io.lintel.access.VisitRegistry;
import io.lintel.access.track.Sighting;
import io.lintel.camera.Frame;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.system.MonotonicClock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline of one frame, from pixels to the door: detect, track, recognise, decide, audit, unlock. {@link FaceRecognition} makes samples of faces,
 * each {@link io.lintel.access.Visit} decides by its own, {@link DecisionExecutor} records and unlocks. Not thread-safe.
 */
public final class FramePipeline implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final VisitRegistry registry;
    private final DecisionExecutor executor;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final Consumer<AccessEvent> listeners;
    private final LoopMeter meter;
    private final FaceRecognition recognition;
    private final DoorScreen screen;
    private volatile DecisionFrameListener listener = DecisionFrameListener.NONE;
    private volatile @Nullable LyingFaces lying;

    /** @param second must agree that a face is live; {@link SecondCameraCheck#NONE} where there is no second camera */
    public FramePipeline(
            LoopCollaborators collaborators,
            VisitRegistry registry,
            DecisionExecutor executor,
            SecondCameraCheck second) {
        this.analyzer = collaborators.analyzer();
        this.registry = registry;
        this.executor = executor;
        this.settings = collaborators.settings();
        this.clock = collaborators.clock();
        this.listeners = collaborators.listeners();
        this.meter = collaborators.meter();
        this.recognition = new FaceRecognition(collaborators, second);
        this.screen = new DoorScreen(settings.showDecision());
    }

    /** Shows the frames that decisions are made on, from now on; before the loop is started. */
    public void listenOnDecisions(DecisionFrameListener added) {
        listener = added;
    }

    /** Looks for faces that lie on their side, too, from now on; before the loop is started. */
    public void watchOrientation(LyingFaces added) {
        lying = added;
    }

    /** @return how many faces the frame shows */
    public int process(Frame frame) {
        long now = frame.capturedNanos();
        long start = clock.nanos();
        List<Face> faces = analyzer.findNext(frame.pixels(), now);
        long found = clock.nanos();
        meter.stage(PipelineStage.DETECT, found - start);
        LyingFaces orientation = lying;
        if (orientation != null) {
            orientation.look(analyzer, frame.pixels(), faces, now);
        }
        List<Sighting> sightings =
                registry.track(faces, frame.pixels().cols(), frame.pixels().rows(), now);
        meter.stage(PipelineStage.TRACK, clock.nanos() - found);
        meter.facesInView(sightings.size());
        sightings.stream()
                .filter(sighting -> registry.visit(sighting.track()).wantsSample(now))
                .sorted(Comparator.comparing(
                        (Sighting sighting) -> !registry.visit(sighting.track()).isDeciding()))
                .limit(settings.facesPerFrame())
                .forEach(sighting -> recognise(frame, sighting));
        registry.endedVisits().forEach(decision -> carryOut(decision, now));
        List<FaceView> views = sightings.stream().map(registry::view).toList();
        listeners.accept(new AccessEvent.View(
                frame.sequence(), frame.pixels().cols(), frame.pixels().rows(), views, screen.choose(views, now)));
        return faces.size();
    }

    /** No frame came for a while: who was there is forgotten in time. */
    void onNoFrame(long now) {
        registry.track(List.of(), 0, 0, now);
        registry.endedVisits().forEach(decision -> carryOut(decision, now));
        meter.facesInView(0);
        listeners.accept(new AccessEvent.View(0, 0, 0, List.of(), screen.choose(List.of(), now)));
    }

    private void recognise(Frame frame, Sighting sighting) {
        recognition.recognise(frame, sighting, registry).ifPresent(decision -> {
            AccessEvent.Decided decided = carryOut(decision, frame.capturedNanos());
            listener.onDecision(frame, sighting.face().box(), decided);
        });
    }

    private AccessEvent.Decided carryOut(Decision decision, long now) {
        AccessEvent.Decided decided = executor.carryOut(decision, now);
        String shut = decided.shutBecause();
        switch (decision) {
            case Decision.Denied denied -> screen.decided(new DoorScreenMessage.Denied(denied.reason()), now);
            case Decision.Granted granted
            when shut == null ->
                screen.decided(new DoorScreenMessage.Granted(granted.isCertain() ? granted.person() : null), now);
            case Decision.Granted granted -> {
                registry.grantFailed(granted, shut == null ? "" : shut, now);
                screen.decided(new DoorScreenMessage.Trouble(granted.person(), shut == null ? "" : shut), now);
            }
        }
        return decided;
    }

    @Override
    public void close() {
        recognition.close();
        LyingFaces orientation = lying;
        if (orientation != null) {
            orientation.close();
        }
    }
}
