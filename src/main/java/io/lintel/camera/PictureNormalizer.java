package io.lintel.camera;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Turns whatever a driver or decoder delivers into the one form that the rest knows: BGR, 8 bits, 3 channels, no side
 * longer than a limit. Reuses its buffers; one thread at a time.
 */
final class PictureNormalizer implements AutoCloseable {

    /** A side below this, in pixels, is a broken transfer: no camera is that small and no face could be found. */
    private static final int LEAST_SIDE = 32;

    private static final double FROM_16_BITS = 1.0 / 256;

    private final int longestSide;
    private final Mat eightBits = new Mat();
    private final Mat colour = new Mat();

    PictureNormalizer(int longestSide) {
        this.longestSide = longestSide;
    }

    /** @param into receives the picture, or is left empty when raw is none */
    void normalize(Mat raw, Mat into) {
        if (!isPicture(raw)) {
            into.release();
            return;
        }
        shrink(colour(eightBits(raw)), into);
    }

    private static boolean isPicture(Mat raw) {
        return raw.dims() == 2
                && Math.min(raw.rows(), raw.cols()) >= LEAST_SIDE
                && (raw.depth() == CvType.CV_8U || raw.depth() == CvType.CV_16U)
                && (raw.channels() == 1 || raw.channels() == 3 || raw.channels() == 4);
    }

    private Mat eightBits(Mat raw) {
        if (raw.depth() == CvType.CV_8U) {
            return raw;
        }
        raw.convertTo(eightBits, CvType.CV_8U, FROM_16_BITS);
        return eightBits;
    }

    private Mat colour(Mat picture) {
        if (picture.channels() == 3) {
            return picture;
        }
        Imgproc.cvtColor(picture, colour, picture.channels() == 1 ? Imgproc.COLOR_GRAY2BGR : Imgproc.COLOR_BGRA2BGR);
        return colour;
    }

    private void shrink(Mat picture, Mat into) {
        double scale = (double) longestSide / Math.max(picture.rows(), picture.cols());
        if (scale >= 1) {
            picture.copyTo(into);
            return;
        }
        Size size = new Size(Math.round(picture.cols() * scale), Math.round(picture.rows() * scale));
        Imgproc.resize(picture, into, size, 0, 0, Imgproc.INTER_AREA);
    }

    @Override
    public void close() {
        eightBits.release();
        colour.release();
    }
}
