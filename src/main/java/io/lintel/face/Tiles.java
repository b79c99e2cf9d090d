package io.lintel.face;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * Squares that cover a picture in which the detector, given the whole, would overlook a face that is large enough to be
 * recognised. They overlap by half, so that a face lies whole in one of them.
 */
final class Tiles {

    /**
     * The detector needs 3.75 % of the width between the eyes, as measured; a tile of this side shows it the smallest face that
     * the quality limit of 24 pixels accepts.
     */
    private static final double SIDE = 24 / 0.0375;

    private Tiles() {}

    /** None where the whole picture is no larger than one tile. */
    static List<Square> of(Mat picture) {
        List<Square> tiles = new ArrayList<>();
        if (Math.max(picture.cols(), picture.rows()) <= SIDE) {
            return tiles;
        }
        for (double y : centres(picture.rows())) {
            for (double x : centres(picture.cols())) {
                tiles.add(new Square(x, y, SIDE, 0));
            }
        }
        return tiles;
    }

    private static double[] centres(int length) {
        int steps = Math.max(1, (int) Math.ceil((length - SIDE) / (SIDE / 2)) + 1);
        double[] centres = new double[steps];
        for (int i = 0; i < steps; i++) {
            centres[i] = steps == 1 ? length / 2.0 : SIDE / 2 + i * (length - SIDE) / (steps - 1);
        }
        return centres;
    }
}
