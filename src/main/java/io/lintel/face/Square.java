package io.lintel.face;

import org.opencv.core.Mat;

/**
 * A square of a picture, possibly turned and reaching over its edges.
 *
 * @param radians positive clockwise
 */
record Square(double centreX, double centreY, double side, double radians) {

    /** The smallest upright square that holds the whole picture in its middle: a letterbox. */
    static Square around(Mat picture) {
        double width = picture.cols();
        double height = picture.rows();
        return new Square(width / 2, height / 2, Math.max(width, height), 0);
    }

    /** The map from a copy of {@code size} x {@code size} pixels to the picture. */
    Affine toPicture(int size) {
        double k = side / size;
        double cos = Math.cos(radians) * k;
        double sin = Math.sin(radians) * k;
        double half = size / 2.0;
        return new Affine(cos, -sin, centreX - (cos - sin) * half, sin, cos, centreY - (sin + cos) * half);
    }
}
