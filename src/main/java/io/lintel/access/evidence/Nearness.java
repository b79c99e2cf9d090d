package io.lintel.access.evidence;

import io.lintel.face.FaceQuality;

/**
 * Whether a face stands at the door, judged by the distance of its eyes in the picture. Knows the picture's width from the last
 * frame. Not thread-safe.
 */
public final class Nearness {

    private final EvidenceSettings settings;
    private int frameWidth;

    public Nearness(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** @param width of the frames from now on, pixels */
    public void seenIn(int width) {
        frameWidth = width;
    }

    /** Pixels; 0 before the first frame. */
    public int frameWidth() {
        return frameWidth;
    }

    public boolean isNear(FaceQuality quality) {
        double least = Math.max(settings.nearInterOcular(), settings.nearShare() * frameWidth);
        return quality.interOcularPixels() >= least;
    }
}
