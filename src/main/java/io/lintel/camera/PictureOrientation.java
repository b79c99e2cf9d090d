package io.lintel.camera;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * How a camera is mounted, and thus how its pictures are turned before anything looks at them.
 *
 * @param degrees clockwise: 0, 90, 180 or 270
 * @param mirrored whether left and right change places, after the turn: for cameras that deliver a mirror's picture
 */
public record PictureOrientation(int degrees, boolean mirrored) {

    /** Pictures as they come. */
    public static final PictureOrientation UPRIGHT = new PictureOrientation(0, false);

    private static final int MIRROR = 1;

    /** @throws CameraException if the pictures can not be turned by so many degrees */
    public PictureOrientation {
        if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270) {
            throw new CameraException(
                    "the camera's picture cannot be turned by " + degrees + " degrees",
                    "choose 0, 90, 180 or 270, clockwise");
        }
    }

    /** @param into receives the picture, reallocated if its shape changes; another one than {@code picture} */
    public void turn(Mat picture, Mat into) {
        switch (degrees) {
            case 90 -> Core.rotate(picture, into, Core.ROTATE_90_CLOCKWISE);
            case 180 -> Core.rotate(picture, into, Core.ROTATE_180);
            case 270 -> Core.rotate(picture, into, Core.ROTATE_90_COUNTERCLOCKWISE);
            default -> picture.copyTo(into);
        }
        if (mirrored) {
            Core.flip(into, into, MIRROR);
        }
    }

    /** What {@link #turn} has done, the other way round. @param into as there */
    public void turnBack(Mat turned, Mat into) {
        Mat unmirrored = turned;
        if (mirrored) {
            unmirrored = new Mat();
            Core.flip(turned, unmirrored, MIRROR);
        }
        new PictureOrientation((360 - degrees) % 360, false).turn(unmirrored, into);
        if (mirrored) {
            unmirrored.release();
        }
    }
}
