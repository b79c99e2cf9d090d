package io.lintel.evaluation;

import io.lintel.face.Face;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;

/** Whom a picture of a data set shows. */
public final class MainFace {

    private MainFace() {}

    /** The face nearest to the picture's centre: in LFW others may stand at the edge. */
    public static Optional<Face> of(Mat picture, List<Face> faces) {
        double x = picture.cols() / 2.0;
        double y = picture.rows() / 2.0;
        return faces.stream()
                .min(Comparator.comparingDouble((Face face) ->
                        Math.hypot(face.box().centreX() - x, face.box().centreY() - y)));
    }
}
