package io.lintel.evaluation.pad;

import io.lintel.face.BoundingBox;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceMesh;
import io.lintel.face.FaceQuality;
import io.lintel.face.HeadPose;
import io.lintel.face.LivenessScore;
import io.lintel.face.LivenessTurns;
import java.util.List;
import java.util.OptionalDouble;
import org.opencv.core.Mat;

/** Stands in for the analyzer that measured a clip: answers from memory, so that a visit costs no network. */
final class ReplayedAnalyzer implements FaceAnalyzer {

    private static final Face NO_FACE = new Face(
            new BoundingBox(0, 0, 0, 0), 0, new FaceMesh(new float[3 * FaceMesh.LANDMARKS], 0), new HeadPose(0, 0, 0));

    private final AnalysedPresentation clip;
    private int next;
    private Face aligned = NO_FACE;

    /** @param from the frame that {@link #find} shows first */
    ReplayedAnalyzer(AnalysedPresentation clip, int from) {
        this.clip = clip;
        this.next = from;
    }

    @Override
    public List<Face> find(Mat picture) {
        return clip.faces(next++);
    }

    @Override
    public FaceQuality assess(Mat picture, Face face) {
        return clip.measured(face).quality();
    }

    @Override
    public OptionalDouble liveness(Mat picture, Face face) {
        return clip.measured(face).combined();
    }

    @Override
    public List<LivenessScore> livenessByModel(Mat picture, Face face) {
        return clip.measured(face).liveness();
    }

    @Override
    public LivenessTurns livenessTurns(int models) {
        return clip.livenessTurns(models);
    }

    @Override
    public void align(Mat picture, Face face, Mat chip) {
        aligned = face;
    }

    @Override
    public Embedding embed(Mat chip) {
        return clip.measured(aligned).embedding().getFirst();
    }

    @Override
    public String modelIds() {
        return "replayed";
    }

    @Override
    public void close() {}
}
