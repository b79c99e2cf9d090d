package io.lintel.access.evidence;

import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * How far away a face is and whether it stands at the door, judged by the distance of its eyes in the picture. Knows the picture's size from the
 * last frame. Not thread-safe.
 */
public final class Proximity {

    private final EvidenceSettings settings;
    private final DistanceSettings distance;
    private int frameWidth;
    private int longerSide;

    public Proximity(EvidenceSettings settings, DistanceSettings distance) {
        this.settings = settings;
        this.distance = distance;
    }

    /** The size of the frames from now on, pixels; 0 for no frame, which changes nothing. */
    public void seenIn(int width, int height) {
        if (width > 0) {
            frameWidth = width;
            longerSide = Math.max(width, height);
        }
    }

    /** Pixels; 0 before the first frame. */
    public int frameWidth() {
        return frameWidth;
    }

    /** Whether not knowing the face is worth saying. */
    public boolean isNear(FaceQuality quality) {
        double least = Math.max(settings.nearInterOcular(), settings.nearShare() * frameWidth);
        return quality.interOcularPixels() >= least && !isTooFar(quality);
    }

    /** Whether the face is farther away than anybody is let in from. */
    public boolean isTooFar(FaceQuality quality) {
        return quality.interOcularPixels() < distance.leastEyeDistance(longerSide);
    }

    /** About how far away a face is, metres; 0 where nothing is known about it. */
    public double metres(@Nullable FaceQuality quality) {
        return quality == null || quality.interOcularPixels() <= 0
                ? 0
                : distance.metres(quality.interOcularPixels(), longerSide);
    }
}
