package io.lintel.face;

/**
 * The part of a picture that an anti-spoof network looks at: the face's box widened about its centre. Where it would reach
 * over the picture's edge it is first made smaller, then moved inside, as in the networks' training
 * (minivision-ai/Silent-Face-Anti-Spoofing).
 */
final class LivenessCrop {

    private LivenessCrop() {}

    static BoundingBox around(BoundingBox face, double scale, int columns, int rows) {
        double fitting = Math.min(scale, Math.min((columns - 1) / face.width(), (rows - 1) / face.height()));
        double width = face.width() * fitting;
        double height = face.height() * fitting;
        double x = Math.clamp(face.centreX() - width / 2, 0, columns - width);
        double y = Math.clamp(face.centreY() - height / 2, 0, rows - height);
        return new BoundingBox((float) x, (float) y, (float) width, (float) height);
    }
}
