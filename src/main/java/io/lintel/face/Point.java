package io.lintel.face;

/** A place in the frame, pixels, origin at the top left corner's outer edge. */
public record Point(float x, float y) {

    public float distanceTo(Point other) {
        return (float) Math.hypot(x - other.x, y - other.y);
    }
}
