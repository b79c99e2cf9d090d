package io.lintel.access.loop;

import io.lintel.access.Decision;
import io.lintel.access.Reception;
import io.lintel.access.evidence.Look;
import io.lintel.access.track.Track;
import io.lintel.camera.Frame;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.face.LivenessScore;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.system.MonotonicClock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** The costly stages for one face of one frame. Owns the aligned picture, reused for each face. Not thread-safe. */
final class CloseLook implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final Identifier identifier;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final LoopMeter meter;
    private final @Nullable SecondEye second;
    private final Mat chip = new Mat();

    CloseLook(
            FaceAnalyzer analyzer,
            Identifier identifier,
            LoopSettings settings,
            MonotonicClock clock,
            LoopMeter meter,
            @Nullable SecondEye second) {
        this.analyzer = analyzer;
        this.identifier = identifier;
        this.settings = settings;
        this.clock = clock;
        this.meter = meter;
        this.second = second;
    }

    Optional<Decision> take(Frame frame, Track track, Face face, Reception reception) {
        FaceQuality quality = timed(Stage.QUALITY, () -> analyzer.assess(frame.pixels(), face));
        if (!quality.isGoodEnough()) {
            return reception.poorLook(track, quality, frame.sequence(), frame.capturedNanos());
        }
        timed(Stage.ALIGN, () -> {
            analyzer.align(frame.pixels(), face, chip);
            return chip;
        });
        Embedding embedding = timed(Stage.EMBED, () -> analyzer.embed(chip));
        Identification answer = timed(Stage.IDENTIFY, () -> identifier.identify(embedding));
        Optional<LivenessScore> liveness = reception.wantsLiveness(track, answer)
                ? timed(Stage.LIVENESS, () -> liveness(frame, face, reception.livenessTurn(track)))
                : Optional.empty();
        if (isTooOld(frame)) {
            return Optional.empty();
        }
        Look look = new Look(frame.sequence(), frame.capturedNanos(), embedding, answer, quality, liveness);
        return timed(Stage.DECIDE, () -> reception.look(track, look));
    }

    /** With a second camera both must agree: what it refutes is an attack, and without it there is no answer. */
    private Optional<LivenessScore> liveness(Frame frame, Face face, int turn) {
        Optional<LivenessScore> answer = analyzer.livenessInTurn(frame.pixels(), face, turn);
        if (second == null || answer.isEmpty()) {
            return answer;
        }
        return switch (second.look(frame, face)) {
            case AGREES -> answer;
            case DISAGREES -> answer.map(LivenessScore::refuted);
            case ABSENT -> Optional.empty();
        };
    }

    /** The frame was fresh when it was taken; the stages may have taken long since. */
    private boolean isTooOld(Frame frame) {
        return clock.nanos() - frame.capturedNanos() > settings.oldestFrame().toNanos();
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        long start = clock.nanos();
        T result = work.get();
        meter.stage(stage, clock.nanos() - start);
        return result;
    }

    @Override
    public void close() {
        chip.release();
    }
}
