package io.lintel.face;

/**
 * What a detector takes for a face, before the landmark model has had its say.
 *
 * @param score 0 to 1
 * @param rightEye the person's right eye, on the left side of the picture
 */
record Detection(BoundingBox box, float score, Point rightEye, Point leftEye) {

    /** The angle of the line through the eyes, radians, positive clockwise in the picture. */
    double roll() {
        return Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x());
    }

    Detection movedBy(float dx, float dy) {
        return new Detection(
                new BoundingBox(box.x() + dx, box.y() + dy, box.width(), box.height()),
                score,
                new Point(rightEye.x() + dx, rightEye.y() + dy),
                new Point(leftEye.x() + dx, leftEye.y() + dy));
    }
}
