package io.lintel.system;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Writes pictures as JPEG, for browsers and for files. All its matrices are made once: in a native image nothing frees the native header of a dropped
 * {@link Mat}. One thread at a time.
 */
public final class JpegEncoder implements AutoCloseable {

    private final MatOfByte bytes;
    private final MatOfInt parameters;

    /** @param quality 1 to 100 */
    public JpegEncoder(int quality) {
        NativeLibraries.loadOpenCv();
        bytes = new MatOfByte();
        parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    /** @param picture BGR or grey, 8 bits a channel; is only read */
    public byte[] encode(Mat picture) {
        if (!Imgcodecs.imencode(".jpg", picture, bytes, parameters)) {
            throw new IllegalStateException("a picture of " + picture.size() + " could not be encoded");
        }
        return bytes.toArray();
    }

    /** By how much a picture must shrink so that its longer side fits; 1 when it fits already. */
    public static double fittingScale(Mat picture, int longestSide) {
        return Math.min(1, (double) longestSide / Math.max(picture.cols(), picture.rows()));
    }

    /** Writes a larger or smaller copy. */
    public static void scale(Mat picture, double scale, Mat into) {
        Size size = new Size(Math.round(picture.cols() * scale), Math.round(picture.rows() * scale));
        Imgproc.resize(picture, into, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
    }

    @Override
    public void close() {
        bytes.release();
        parameters.release();
    }
}
