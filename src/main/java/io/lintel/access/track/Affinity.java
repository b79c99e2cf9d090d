package io.lintel.access.track;

import io.lintel.face.BoundingBox;

/** How well a box continues a track, by place and size alone: 0 is not at all, more is better. */
final class Affinity {

    private final TrackSettings settings;

    Affinity(TrackSettings settings) {
        this.settings = settings;
    }

    double between(BoundingBox before, BoundingBox now) {
        double scaling = Math.sqrt((now.area() + 1.0) / (before.area() + 1.0));
        if (scaling > settings.largestScaling() || scaling < 1 / settings.largestScaling()) {
            return 0;
        }
        double iou = before.iou(now);
        double allowed = settings.reach() * Math.max(before.width(), now.width());
        double distance = Math.hypot(before.centreX() - now.centreX(), before.centreY() - now.centreY());
        if (iou < settings.minimumIou() && distance > allowed) {
            return 0;
        }
        double proximity = allowed > 0 ? Math.max(0, 1 - distance / allowed) : 0;
        return Math.max(Double.MIN_NORMAL, iou + proximity);
    }
}
