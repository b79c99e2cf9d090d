package io.lintel.face.depth;

import io.lintel.face.BoundingBox;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.QualityFlaw;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opencv.core.Mat;

/**
 * Whether an infrared picture shows a well lit face where one is expected: screens are dark in infrared, most prints pale. As
 * thread-safe as its analyzer.
 */
public final class InfraredFace {

    private static final Set<QualityFlaw> BADLY_LIT =
            EnumSet.of(QualityFlaw.TOO_DARK, QualityFlaw.TOO_BRIGHT, QualityFlaw.LOW_CONTRAST, QualityFlaw.BLURRED);

    /** How much larger or smaller a face may be in the second picture, as a share of its width. */
    private static final double LARGEST_SCALING = 2;

    private final FaceAnalyzer analyzer;
    private final double tolerance;

    /** @param tolerance how far the face may lie from where it is expected, in widths of the picture */
    public InfraredFace(FaceAnalyzer analyzer, double tolerance) {
        this.analyzer = analyzer;
        this.tolerance = tolerance;
    }

    public boolean isSeen(Mat infrared, BoundingBox expected) {
        List<Face> there = analyzer.find(infrared).stream()
                .filter(found -> distance(found.box(), expected) <= tolerance * infrared.cols())
                .filter(found -> scaling(found.box(), expected) <= LARGEST_SCALING)
                .toList();
        return there.stream()
                .min(Comparator.comparingDouble(found -> distance(found.box(), expected)))
                .filter(found ->
                        analyzer.assess(infrared, found).flaws().stream().noneMatch(BADLY_LIT::contains))
                .isPresent();
    }

    private static double distance(BoundingBox a, BoundingBox b) {
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    }

    private static double scaling(BoundingBox a, BoundingBox b) {
        double ratio = (a.width() + 1.0) / (b.width() + 1.0);
        return Math.max(ratio, 1 / ratio);
    }
}
