package io.lintel.evaluation.pad;

import io.lintel.evaluation.StillFile;
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
import java.util.function.IntFunction;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/** A clip or still after everything in it was measured once, so that it can be shown to the door's rules again and again. */
final class AnalysedPresentation {

    /** One face; without embedding and answers where it is not good enough to be compared. */
    record Measured(FaceQuality quality, List<Embedding> embedding, List<LivenessScore> liveness) {

        OptionalDouble combined() {
            return LivenessScore.combined(liveness);
        }
    }

    private record Moment(double seconds, List<Face> faces) {}

    private final Presentation presentation;
    private final List<Moment> frames = new ArrayList<>();
    private final Map<Face, Measured> faces = new IdentityHashMap<>();
    private final IntFunction<LivenessTurns> livenessTurns;
    private Size size = new Size(1, 1);

    private AnalysedPresentation(Presentation presentation, IntFunction<LivenessTurns> livenessTurns) {
        this.presentation = presentation;
        this.livenessTurns = livenessTurns;
    }

    /** @throws io.lintel.system.LintelException if the file cannot be read */
    static AnalysedPresentation of(Presentation presentation, FaceAnalyzer analyzer) {
        AnalysedPresentation analysed = new AnalysedPresentation(presentation, analyzer::livenessTurns);
        if (presentation.isClip()) {
            ClipFile.of(presentation.file())
                    .forEachFrame((picture, seconds) -> analysed.add(picture, seconds, analyzer));
        } else {
            Mat picture = StillFile.read(presentation.file());
            analysed.add(picture, 0, analyzer);
            picture.release();
        }
        return analysed;
    }

    private void add(Mat picture, double seconds, FaceAnalyzer analyzer) {
        List<Face> found = analyzer.find(picture);
        size = picture.size();
        frames.add(new Moment(seconds, found));
        found.forEach(face -> faces.put(face, measure(analyzer, picture, face)));
    }

    private static Measured measure(FaceAnalyzer analyzer, Mat picture, Face face) {
        FaceQuality quality = analyzer.assess(picture, face);
        if (!quality.isGoodEnough()) {
            return new Measured(quality, List.of(), List.of());
        }
        Mat chip = new Mat();
        analyzer.align(picture, face, chip);
        Embedding embedding = analyzer.embed(chip);
        chip.release();
        return new Measured(quality, List.of(embedding), analyzer.livenessByModel(picture, face));
    }

    /** The same with the largest face of each frame only: who walks by in the background is not there. */
    AnalysedPresentation withoutBystanders() {
        AnalysedPresentation alone = new AnalysedPresentation(presentation, livenessTurns);
        frames.forEach(moment -> alone.frames.add(
                new Moment(moment.seconds(), moment.faces().stream().limit(1).toList())));
        alone.faces.putAll(faces);
        alone.size = size;
        return alone;
    }

    Presentation presentation() {
        return presentation;
    }

    /** In which order the door asks this many networks. */
    LivenessTurns livenessTurns(int models) {
        return livenessTurns.apply(models);
    }

    int length() {
        return frames.size();
    }

    /** Of the last frame, pixels. */
    Size size() {
        return size;
    }

    /** Since the first frame. */
    double seconds(int frame) {
        return frames.get(frame).seconds();
    }

    /** The largest first. */
    List<Face> faces(int frame) {
        return frames.get(frame).faces();
    }

    Measured measured(Face face) {
        Measured measured = faces.get(face);
        if (measured == null) {
            throw new IllegalArgumentException("not a face of " + presentation.name());
        }
        return measured;
    }

    /** Of each frame's largest face that is good enough. */
    List<Embedding> embeddings() {
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            faces(i).stream()
                    .limit(1)
                    .forEach(face -> embeddings.addAll(measured(face).embedding()));
        }
        return embeddings;
    }

    /** Of each frame's largest face that is good enough and that a network was asked about. */
    List<FrameScore> scores() {
        List<FrameScore> scores = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            int frame = i;
            faces(i).stream()
                    .limit(1)
                    .map(this::measured)
                    .forEach(each -> each.combined()
                            .ifPresent(combined -> scores.add(new FrameScore(
                                    presentation,
                                    frame,
                                    seconds(frame),
                                    each.liveness().stream()
                                            .map(LivenessScore::probability)
                                            .toList(),
                                    combined,
                                    each.quality().interOcularPixels()))));
        }
        return scores;
    }
}
