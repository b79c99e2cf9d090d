package io.lintel.gallery.enrolment.live;

import io.lintel.face.BoundingBox;
import io.lintel.gallery.enrolment.GuidedStep;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The last picture as the page shows it. Written by one thread, read by any. */
final class LivePicture implements AutoCloseable {

    private static final double WIDEST = 640;
    private static final Scalar WHITE = new Scalar(255, 255, 255);

    private final Mat small = new Mat();
    private final MatOfByte encoded = new MatOfByte();
    private final MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 75);
    private volatile byte[] jpeg = {};

    void show(Mat picture, GuidedStep step) {
        double scale = Math.min(1, WIDEST / picture.cols());
        Imgproc.resize(picture, small, new Size(0, 0), scale, scale, Imgproc.INTER_AREA);
        BoundingBox face = step.face();
        if (face != null) {
            Imgproc.rectangle(
                    small,
                    new Point(face.x() * scale, face.y() * scale),
                    new Point((face.x() + face.width()) * scale, (face.y() + face.height()) * scale),
                    WHITE,
                    2);
        }
        Imgcodecs.imencode(".jpg", small, encoded, quality);
        jpeg = encoded.toArray();
    }

    byte[] jpeg() {
        return jpeg.clone();
    }

    @Override
    public void close() {
        small.release();
        encoded.release();
        quality.release();
    }
}
