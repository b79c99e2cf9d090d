package io.lintel.evaluation;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Mat;

/** Reads pictures of a data set and measures the face in the middle of each. One thread at a time. */
final class Sampler implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final boolean withLiveness;
    private final Mat chip = new Mat();

    Sampler(FaceAnalyzer analyzer, boolean withLiveness) {
        this.analyzer = analyzer;
        this.withLiveness = withLiveness;
    }

    /** The face nearest to the picture's centre: in LFW others may stand at the edge. Empty when no face is found. */
    Optional<Sample> sample(Path file) {
        Mat picture = StillFile.read(file);
        try {
            double x = picture.cols() / 2.0;
            double y = picture.rows() / 2.0;
            return analyzer.find(picture).stream()
                    .min(Comparator.comparingDouble((Face face) ->
                            Math.hypot(face.box().centreX() - x, face.box().centreY() - y)))
                    .map(face -> measure(picture, face));
        } finally {
            picture.release();
        }
    }

    /** All faces that the analyzer finds. */
    List<Face> faces(Path file) {
        Mat picture = StillFile.read(file);
        try {
            return analyzer.find(picture);
        } finally {
            picture.release();
        }
    }

    private Sample measure(Mat picture, Face face) {
        analyzer.align(picture, face, chip);
        return new Sample(
                analyzer.embed(chip),
                analyzer.assess(picture, face),
                withLiveness ? analyzer.liveness(picture, face) : OptionalDouble.empty());
    }

    @Override
    public void close() {
        chip.release();
    }
}
