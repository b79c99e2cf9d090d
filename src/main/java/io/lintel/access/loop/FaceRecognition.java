package io.lintel.access.loop;

import io.lintel.access.Decision;
import io.lintel.access.Visit;
import io.lintel.access.VisitRegistry;
import io.lintel.access.evidence.Sample;
import io.lintel.access.track.Sighting;
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
import org.opencv.core.Mat;

/** The costly stages for one face of one frame. Owns the aligned picture, reused for each face. Not thread-safe. */
final class FaceRecognition implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final Identifier identifier;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final LoopMeter meter;
    private final SecondCameraCheck second;
    private final Mat chip = new Mat();

    FaceRecognition(LoopCollaborators collaborators, SecondCameraCheck second) {
        this.analyzer = collaborators.analyzer();
        this.identifier = collaborators.identifier();
        this.settings = collaborators.settings();
        this.clock = collaborators.clock();
        this.meter = collaborators.meter();
        this.second = second;
    }

    /** Makes a sample of a face and hands it to its visit. @return the visit's decision, if the sample completes one */
    Optional<Decision> recognise(Frame frame, Sighting sighting, VisitRegistry visits) {
        Face face = sighting.face();
        Visit visit = visits.visit(sighting.track());
        FaceQuality quality = timed(PipelineStage.QUALITY, () -> analyzer.assess(frame.pixels(), face));
        if (!quality.isGoodEnough() || visits.isTooFar(quality)) {
            return visit.addPoor(quality, frame.sequence(), frame.capturedNanos());
        }
        timed(PipelineStage.ALIGN, () -> {
            analyzer.align(frame.pixels(), face, chip);
            return chip;
        });
        Embedding embedding = timed(PipelineStage.EMBED, () -> analyzer.embed(chip));
        Identification answer = timed(PipelineStage.IDENTIFY, () -> identifier.identify(embedding));
        Optional<LivenessScore> liveness = visit.wantsLiveness(answer)
                ? timed(PipelineStage.LIVENESS, () -> liveness(frame, face, visit.nextLivenessTurn()))
                : Optional.empty();
        // it was fresh when it was taken; on a slow processor the stages may have taken long since
        if (settings.isTooLateToUnlock(frame.capturedNanos(), clock.nanos())) {
            return Optional.empty();
        }
        Sample sample = new Sample(frame.sequence(), frame.capturedNanos(), embedding, answer, quality, liveness);
        return timed(
                PipelineStage.DECIDE,
                () -> visits.visit(sighting.track(), sample).add(sample));
    }

    /** With a second camera both must agree: what it refutes is an attack, and without it there is no answer. */
    private Optional<LivenessScore> liveness(Frame frame, Face face, int turn) {
        Optional<LivenessScore> answer = analyzer.livenessInTurn(frame.pixels(), face, turn);
        if (answer.isEmpty()) {
            return answer;
        }
        return switch (second.verify(frame, face)) {
            case AGREES -> answer;
            case DISAGREES -> answer.map(LivenessScore::refuted);
            case ABSENT -> Optional.empty();
        };
    }

    private <T> T timed(PipelineStage stage, Supplier<T> work) {
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
