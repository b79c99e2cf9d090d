package io.lintel.gallery.enrolment.live;

import io.lintel.face.BoundingBox;
import io.lintel.gallery.enrolment.GuidedStep;
import io.lintel.system.JpegEncoder;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The last picture as the page shows it. Written by one thread, read by any. */
final class GuidedPreview implements AutoCloseable {

    private static final double WIDEST = 640;
    private static final Scalar WHITE = new Scalar(255, 255, 255);

    private final Mat small = new Mat();
    private final JpegEncoder encoder = new JpegEncoder(75);
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
        jpeg = encoder.encode(small);
    }

    byte[] jpeg() {
        return jpeg.clone();
    }

    @Override
    public void close() {
        small.release();
        encoder.close();
    }
}
