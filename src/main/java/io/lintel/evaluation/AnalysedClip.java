package io.lintel.evaluation;

import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.face.LivenessScore;
import io.lintel.face.LivenessTurns;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opencv.core.Mat;

/**
 * A clip after everything was measured in it once, so that it can be shown to the door's rules again and again: stands in for the analyzer
 * that measured it.
 */
final class AnalysedClip implements FaceAnalyzer {

    /** One face of one frame; nulls and empties where the face is not good enough to be compared. */
    record Seen(FaceQuality quality, List<Embedding> embedding, List<LivenessScore> liveness) {}

    private final VideoClip clip;
    private final String modelIds;
    private final FaceAnalyzer analyzer;
    private final List<List<Face>> frames = new ArrayList<>();
    private final Map<Face, Seen> faces = new IdentityHashMap<>();
    private int next;
    private Face aligned = NOBODY;

    private static final Face NOBODY = new Face(
            new io.lintel.face.BoundingBox(0, 0, 0, 0),
            0,
            new io.lintel.face.FaceMesh(new float[3 * io.lintel.face.FaceMesh.LANDMARKS], 0),
            new io.lintel.face.HeadPose(0, 0, 0));

    private AnalysedClip(VideoClip clip, FaceAnalyzer analyzer) {
        this.clip = clip;
        this.analyzer = analyzer;
        this.modelIds = analyzer.modelIds();
    }

    /** @param also told of each frame's picture and largest face, for further measurements */
    static AnalysedClip of(VideoClip clip, FaceAnalyzer analyzer, FrameListener also) {
        AnalysedClip analysed = new AnalysedClip(clip, analyzer);
        Mat chip = new Mat();
        clip.forEachFrame(picture -> {
            List<Face> found = analyzer.find(picture);
            analysed.frames.add(found);
            found.forEach(face -> analysed.faces.put(face, look(analyzer, picture, face, chip)));
            if (!found.isEmpty()) {
                also.frame(picture, found.getFirst());
            }
        });
        chip.release();
        return analysed;
    }

    private static Seen look(FaceAnalyzer analyzer, Mat picture, Face face, Mat chip) {
        FaceQuality quality = analyzer.assess(picture, face);
        if (!quality.isGoodEnough()) {
            return new Seen(quality, List.of(), List.of());
        }
        analyzer.align(picture, face, chip);
        return new Seen(quality, List.of(analyzer.embed(chip)), analyzer.livenessByModel(picture, face));
    }

    VideoClip clip() {
        return clip;
    }

    int length() {
        return frames.size();
    }

    List<Face> frame(int index) {
        return frames.get(index);
    }

    Seen seen(Face face) {
        Seen seen = faces.get(face);
        if (seen == null) {
            throw new IllegalArgumentException("not a face of this clip");
        }
        return seen;
    }

    /** The next {@link #find} shows this frame. */
    void rewindTo(int frame) {
        next = frame;
    }

    @Override
    public List<Face> find(Mat picture) {
        return frames.get(next++);
    }

    @Override
    public FaceQuality assess(Mat picture, Face face) {
        return seen(face).quality();
    }

    @Override
    public OptionalDouble liveness(Mat picture, Face face) {
        return mean(seen(face));
    }

    static OptionalDouble mean(Seen seen) {
        return LivenessScore.combined(seen.liveness());
    }

    @Override
    public List<LivenessScore> livenessByModel(Mat picture, Face face) {
        return seen(face).liveness();
    }

    @Override
    public LivenessTurns livenessTurns(int models) {
        return analyzer.livenessTurns(models);
    }

    @Override
    public void align(Mat picture, Face face, Mat chip) {
        aligned = face;
    }

    @Override
    public Embedding embed(Mat chip) {
        return seen(aligned).embedding().getFirst();
    }

    @Override
    public String modelIds() {
        return modelIds;
    }

    @Override
    public void close() {}

    /** Told of a picture and the largest face in it. */
    interface FrameListener {
        void frame(Mat picture, Face face);
    }
}
