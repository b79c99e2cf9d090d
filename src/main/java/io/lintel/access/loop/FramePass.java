package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.access.FaceView;
import io.lintel.access.Observation;
import io.lintel.access.Reception;
import io.lintel.access.track.Sighting;
import io.lintel.camera.Frame;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Identifier;
import io.lintel.system.MonotonicClock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One frame's way from pixels to the door: find, follow, look closely at those who matter, decide, carry out, tell.
 * Not thread-safe.
 */
public final class FramePass implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private Reception reception;
    private final DoorKeeper keeper;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final Consumer<AccessEvent> listeners;
    private final LoopMeter meter;
    private final CloseLook closeLook;
    private final DoorScreen screen;
    private final AtomicReference<@Nullable Reception> replacement = new AtomicReference<>();
    private volatile DecisionWitness witness = DecisionWitness.NONE;

    /** One with a single camera. @param listeners told of each frame; must not block */
    public FramePass(
            FaceAnalyzer analyzer,
            Identifier identifier,
            Reception reception,
            DoorKeeper keeper,
            LoopSettings settings,
            MonotonicClock clock,
            Consumer<AccessEvent> listeners,
            LoopMeter meter) {
        this(analyzer, identifier, reception, keeper, settings, clock, listeners, meter, null);
    }

    /**
     * Makes the way of a frame.
     *
     * @param listeners told of each frame; must not block
     * @param second must agree that a face is live; null where there is no second camera
     */
    public FramePass(
            FaceAnalyzer analyzer,
            Identifier identifier,
            Reception reception,
            DoorKeeper keeper,
            LoopSettings settings,
            MonotonicClock clock,
            Consumer<AccessEvent> listeners,
            LoopMeter meter,
            @Nullable SecondEye second) {
        this.analyzer = analyzer;
        this.reception = reception;
        this.keeper = keeper;
        this.settings = settings;
        this.clock = clock;
        this.listeners = listeners;
        this.meter = meter;
        this.closeLook = new CloseLook(analyzer, identifier, settings, clock, meter, second);
        this.screen = new DoorScreen(settings.showDecision());
    }

    /**
     * Decides by other settings from the next frame on. Who is at the door then is seen anew. May come from any thread.
     *
     * @param successor not used elsewhere
     */
    public void decideBy(Reception successor) {
        replacement.set(successor);
    }

    /** Shows the frames that decisions are made on, from now on; before the loop is started. */
    public void witnessedBy(DecisionWitness onlooker) {
        witness = onlooker;
    }

    /** @return how many faces the frame shows */
    public int process(Frame frame) {
        Reception successor = replacement.getAndSet(null);
        if (successor != null) {
            reception = successor;
        }
        long now = frame.capturedNanos();
        long start = clock.nanos();
        List<Face> faces = analyzer.find(frame.pixels());
        long found = clock.nanos();
        meter.stage(Stage.DETECT, found - start);
        List<Sighting> sightings = reception.welcome(faces, frame.pixels().cols(), now);
        meter.stage(Stage.TRACK, clock.nanos() - found);
        meter.facesInView(sightings.size());
        sightings.stream()
                .filter(sighting -> reception.wantsLook(sighting.track(), now))
                .sorted(Comparator.comparing((Sighting sighting) -> !reception.isUndecided(sighting.track())))
                .limit(settings.facesPerFrame())
                .forEach(sighting -> lookClosely(frame, sighting));
        reception.departures().forEach(decision -> carryOut(decision, now));
        List<FaceView> views = sightings.stream().map(reception::view).toList();
        listeners.accept(new AccessEvent.View(
                frame.sequence(), frame.pixels().cols(), frame.pixels().rows(), views, screen.choose(views, now)));
        return faces.size();
    }

    /** No frame came for a while: who was there is forgotten in time. */
    void nothing(long now) {
        reception.welcome(List.of(), 0, now);
        reception.departures().forEach(decision -> carryOut(decision, now));
        meter.facesInView(0);
        listeners.accept(new AccessEvent.View(0, 0, 0, List.of(), screen.choose(List.of(), now)));
    }

    private void lookClosely(Frame frame, Sighting sighting) {
        Optional<Decision> decision = closeLook.take(frame, sighting.track(), sighting.face(), reception);
        decision.ifPresent(made -> {
            AccessEvent.Decided decided = carryOut(made, frame.capturedNanos());
            witness.saw(frame, sighting.face().box(), decided);
        });
    }

    private AccessEvent.Decided carryOut(Decision decision, long now) {
        AccessEvent.Decided decided = keeper.carryOut(decision, now);
        String shut = decided.shutBecause();
        switch (decision) {
            case Decision.Denied denied -> screen.decided(new Observation.Denied(denied.reason()), now);
            case Decision.Granted granted
            when shut == null -> screen.decided(new Observation.Granted(granted.person()), now);
            case Decision.Granted granted -> {
                reception.shut(granted, shut == null ? "" : shut, now);
                screen.decided(new Observation.Trouble(granted.person(), shut == null ? "" : shut), now);
            }
        }
        return decided;
    }

    @Override
    public void close() {
        closeLook.close();
    }
}
