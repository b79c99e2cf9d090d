package io.lintel.face.depth;

import io.lintel.face.BoundingBox;
import org.opencv.core.Mat;

/** Where a face of the first camera's picture should be in the second camera's. Holds no state. */
public final class ExpectedFace {

    private ExpectedFace() {}

    /**
     * @param first the picture with the face, of any size
     * @param second the other picture, which may have another size
     * @return in pixels of the second picture
     */
    public static BoundingBox in(Mat second, BoundingBox face, Mat first) {
        float x = (float) second.cols() / first.cols();
        float y = (float) second.rows() / first.rows();
        return new BoundingBox(face.x() * x, face.y() * y, face.width() * x, face.height() * y);
    }
}
