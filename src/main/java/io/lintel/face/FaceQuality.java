package io.lintel.face;

import java.util.Set;

/**
 * What was measured about a face, and which limits it breaks.
 *
 * @param interOcularPixels distance of the eye centres in the frame, pixels
 * @param sharpness variance of the Laplacian of the aligned face's luma
 * @param brightness mean luma of the aligned face, 0 to 255
 * @param contrast standard deviation of that luma
 * @param flaws empty when the face is good enough
 */
public record FaceQuality(
        float interOcularPixels,
        float sharpness,
        float brightness,
        float contrast,
        HeadPose pose,
        Set<QualityFlaw> flaws) {

    public FaceQuality {
        flaws = Set.copyOf(flaws);
    }

    public boolean isGoodEnough() {
        return flaws.isEmpty();
    }
}
