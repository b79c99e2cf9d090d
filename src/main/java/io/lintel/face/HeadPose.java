package io.lintel.face;

/**
 * Where a head points, degrees. 0/0/0 looks straight into the camera.
 *
 * @param yaw positive when the person turns to their own left (towards the picture's right)
 * @param pitch positive when the person looks up
 * @param roll positive when the head tilts clockwise in the picture
 */
public record HeadPose(float yaw, float pitch, float roll) {}
