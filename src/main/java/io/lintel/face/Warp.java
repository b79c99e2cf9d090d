package io.lintel.face;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Cuts a square out of a picture through an affine map. Outside of the picture is black. One thread at a time: it reuses
 * its matrices, because in a native image nothing frees the native header of a dropped {@link Mat}.
 */
final class Warp {

    /** Shrinking by more than this skips pixels, and what is skipped comes back as noise: sample finer, then average. */
    private static final double PLAIN_SHRINK = 2;

    /** Bounds the work on a face that fills a 4K frame. */
    private static final int FINEST = 6;

    private final Mat matrix = new Mat(2, 3, CvType.CV_64FC1);
    private final Mat fine = new Mat();

    /**
     * @param toPicture maps the places of the square to places of the picture
     * @param size width and height of the square, pixels
     * @param square receives it, reallocated if need be
     */
    void smooth(Mat picture, Affine toPicture, int size, Mat square) {
        double shrink = toPicture.scale();
        if (shrink <= PLAIN_SHRINK) {
            plain(picture, toPicture, size, square);
            return;
        }
        int factor = (int) Math.min(FINEST, Math.ceil(shrink / PLAIN_SHRINK));
        plain(picture, toPicture.withFinerSource(factor), size * factor, fine);
        Imgproc.resize(fine, square, new Size(size, size), 0, 0, Imgproc.INTER_AREA);
    }

    /** The same by plain bilinear sampling, however much it shrinks. */
    void plain(Mat picture, Affine toPicture, int size, Mat square) {
        // OpenCV's places count from the centre of the first pixel, ours from its corner
        matrix.put(
                0,
                0,
                toPicture.xx(),
                toPicture.xy(),
                toPicture.x(0.5, 0.5) - 0.5,
                toPicture.yx(),
                toPicture.yy(),
                toPicture.y(0.5, 0.5) - 0.5);
        Imgproc.warpAffine(
                picture, square, matrix, new Size(size, size), Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP);
    }

    void release() {
        matrix.release();
        fine.release();
    }
}
