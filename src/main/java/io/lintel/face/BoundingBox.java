package io.lintel.face;

/** An upright rectangle in pixels of the frame; may reach over its edge. */
public record BoundingBox(float x, float y, float width, float height) {

    public float area() {
        return Math.max(0, width) * Math.max(0, height);
    }

    public float centreX() {
        return x + width / 2;
    }

    public float centreY() {
        return y + height / 2;
    }

    /** This box after what lies in it has moved and grown as one box became another. */
    BoundingBox carriedBy(BoundingBox from, BoundingBox to) {
        float scale = Math.max(to.width, to.height) / Math.max(from.width, from.height);
        float w = scale * width;
        float h = scale * height;
        float centreX = to.centreX() + scale * (centreX() - from.centreX());
        float centreY = to.centreY() + scale * (centreY() - from.centreY());
        return new BoundingBox(centreX - w / 2, centreY - h / 2, w, h);
    }

    /** Intersection over union with another box, 0 to 1. */
    public float iou(BoundingBox other) {
        float w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        float h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float intersection = w * h;
        return intersection / (area() + other.area() - intersection);
    }
}
