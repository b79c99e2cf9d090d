package io.lintel.gallery;

import io.lintel.face.FaceQuality;
import io.lintel.face.HeadPose;

/** What was measured about the face that a template was made of; units as in {@link FaceQuality}. */
public record ShotQuality(float interOcularPixels, float sharpness, float brightness, float contrast, HeadPose pose) {

    public static ShotQuality of(FaceQuality quality) {
        return new ShotQuality(
                quality.interOcularPixels(),
                quality.sharpness(),
                quality.brightness(),
                quality.contrast(),
                quality.pose());
    }
}
