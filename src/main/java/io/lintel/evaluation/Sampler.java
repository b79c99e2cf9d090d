package io.lintel.evaluation;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Reads pictures of a data set and measures the face in the middle of each. One thread at a time. */
final class Sampler implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final boolean withLiveness;
    private final boolean withSignals;
    private final Mat chip = new Mat();

    Sampler(FaceAnalyzer analyzer, boolean withLiveness) {
        this(analyzer, withLiveness, false);
    }

    Sampler(FaceAnalyzer analyzer, boolean withLiveness, boolean withSignals) {
        this.analyzer = analyzer;
        this.withLiveness = withLiveness;
        this.withSignals = withSignals;
    }

    /** The face nearest to the picture's centre: in LFW others may stand at the edge. Empty when no face is found. */
    Optional<Sample> sample(Path file) {
        Mat picture = read(file);
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
        Mat picture = read(file);
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
                withLiveness ? analyzer.liveness(picture, face) : OptionalDouble.empty(),
                withSignals ? new SignalMeter(analyzer).measure(picture, face) : Map.of());
    }

    private static Mat read(Path file) {
        try {
            MatOfByte bytes = new MatOfByte(Files.readAllBytes(file));
            Mat picture = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
            bytes.release();
            if (picture.empty()) {
                throw new LintelException(file + " is not a picture", "restore the data set");
            }
            return picture;
        } catch (IOException e) {
            throw new LintelException(file + " cannot be read: " + e.getMessage(), "restore the data set", e);
        }
    }

    @Override
    public void close() {
        chip.release();
    }
}
