package io.lintel.face;

/**
 * From where on a face is not good enough to be compared: the one place of these numbers.
 *
 * @param leastInterOcular pixels between the eye centres; 24: true accepts stay at 0.876 there and fall to 0.756 at 18
 * @param mostInterOcular share of the frame's width; above it a face fills the picture and its edges are lost
 * @param leastSharpness variance of the aligned face's Laplacian
 * @param leastBrightness mean luma of the aligned face, 0 to 255
 * @param mostBrightness mean luma of the aligned face, 0 to 255
 * @param leastContrast standard deviation of that luma
 * @param mostYaw degrees to either side
 * @param mostPitch degrees up or down
 * @param mostRoll degrees to either side; alignment turns the face upright, so this is generous
 * @param mostCutOff share of the mesh's box that may lie outside the picture
 */
public record QualityLimits(
        float leastInterOcular,
        float mostInterOcular,
        float leastSharpness,
        float leastBrightness,
        float mostBrightness,
        float leastContrast,
        float mostYaw,
        float mostPitch,
        float mostRoll,
        float mostCutOff) {

    public static QualityLimits atTheDoor() {
        return new QualityLimits(24, 0.4f, 20, 25, 225, 15, 35, 30, 40, 0.1f);
    }
}
