package io.lintel.access.evidence;

/**
 * Up to which distance from the camera somebody counts as a visitor, and the lens that distances are estimated with: the eyes of adults are about
 * 63 mm apart (50 to 75, so that an estimate is right to about a fifth). Immutable.
 *
 * @param farthestMetres whoever is farther away is neither let in nor denied
 * @param fieldOfView how wide the camera sees across the longer side of its picture, degrees
 */
public record DistanceSettings(double farthestMetres, double fieldOfView) {

    /** Who reaches for the handle stands 0.4 to 0.8 m before a camera beside the door; most webcams see 55 to 70 degrees. */
    public static final DistanceSettings DEFAULT = new DistanceSettings(1, 60);

    /** The demonstration's clips show people up to 1.5 m away. */
    public static final DistanceSettings DEMONSTRATION = new DistanceSettings(2, 60);

    /** Between the pupils, metres: the mean of adults (Dodgson 2004). */
    private static final double EYES_APART = 0.063;

    public DistanceSettings {
        if (!(farthestMetres >= 0.3 && farthestMetres <= 10)) {
            throw new IllegalArgumentException(
                    "lintel.visit.farthest-metres must lie between 0.3 and 10, it is " + farthestMetres);
        }
        if (!(fieldOfView >= 20 && fieldOfView <= 120)) {
            throw new IllegalArgumentException(
                    "lintel.camera.field-of-view must lie between 20 and 120 degrees, it is " + fieldOfView);
        }
    }

    /** @param eyeDistance pixels, above 0 @param longerSide of the picture, pixels */
    public double metres(double eyeDistance, int longerSide) {
        return EYES_APART * focalLength(longerSide) / eyeDistance;
    }

    /** How far apart the eyes are in the picture at the farthest distance, pixels. @param longerSide of the picture, pixels */
    public double leastEyeDistance(int longerSide) {
        return EYES_APART * focalLength(longerSide) / farthestMetres;
    }

    /** Pixels. */
    private double focalLength(int longerSide) {
        return longerSide / 2.0 / Math.tan(Math.toRadians(fieldOfView / 2));
    }
}
