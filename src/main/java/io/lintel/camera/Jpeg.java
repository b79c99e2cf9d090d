package io.lintel.camera;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures for browsers. */
public final class Jpeg {

    private Jpeg() {}

    /** By how much a picture must shrink so that its longer side fits; 1 when it fits already. */
    public static double scale(Mat picture, int longestSide) {
        return Math.min(1, (double) longestSide / Math.max(picture.cols(), picture.rows()));
    }

    /** A copy; the caller's to release. */
    public static Mat scaled(Mat picture, double scale) {
        Mat copy = new Mat();
        scale(picture, scale, copy);
        return copy;
    }

    static void scale(Mat picture, double scale, Mat into) {
        Size size = new Size(Math.round(picture.cols() * scale), Math.round(picture.rows() * scale));
        Imgproc.resize(picture, into, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
    }

    /** @param quality 1 to 100 */
    public static byte[] encode(Mat picture, int quality) {
        MatOfByte bytes = new MatOfByte();
        MatOfInt parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        try {
            if (!Imgcodecs.imencode(".jpg", picture, bytes, parameters)) {
                throw new IllegalStateException("a picture of " + picture.size() + " could not be encoded");
            }
            return bytes.toArray();
        } finally {
            bytes.release();
            parameters.release();
        }
    }
}
