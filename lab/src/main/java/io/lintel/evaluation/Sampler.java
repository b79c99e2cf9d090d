package io.lintel.evaluation;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import java.nio.file.Path;
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

    /** Empty when no face is found. */
    Optional<MeasuredFace> sample(Path file) {
        Mat picture = StillFile.read(file);
        try {
            return MainFace.of(picture, analyzer.find(picture)).map(face -> measure(picture, face));
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

    private MeasuredFace measure(Mat picture, Face face) {
        analyzer.align(picture, face, chip);
        return new MeasuredFace(
                analyzer.embed(chip),
                analyzer.assess(picture, face),
                withLiveness ? analyzer.liveness(picture, face) : OptionalDouble.empty());
    }

    @Override
    public void close() {
        chip.release();
    }
}
