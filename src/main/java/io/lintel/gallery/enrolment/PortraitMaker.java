package io.lintel.gallery.enrolment;

import io.lintel.face.BoundingBox;
import io.lintel.face.Face;
import io.lintel.gallery.Portrait;
import io.lintel.system.JpegEncoder;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Cuts a face out of its shot, with hair and chin, small enough for a list of hundreds. */
final class PortraitMaker {

    private static final int SIDE = 160;

    /** Half of the cut's side, in heights of the face's mesh, which ends at forehead and chin. */
    private static final double REACH = 0.85;

    private PortraitMaker() {}

    static Portrait of(Mat picture, Face face) {
        Mat part = picture.submat(cut(picture, face.mesh().bounds()));
        Mat small = new Mat();
        try (JpegEncoder jpeg = new JpegEncoder(85)) {
            int shrinks = part.cols() > SIDE ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
            Imgproc.resize(part, small, new Size(SIDE, SIDE), 0, 0, shrinks);
            return new Portrait(jpeg.encode(small));
        } finally {
            part.release();
            small.release();
        }
    }

    /** A square inside the picture, around the face as far as the picture reaches. */
    private static Rect cut(Mat picture, BoundingBox face) {
        double wanted = 2 * REACH * Math.max(face.width(), face.height());
        int side = (int) Math.max(1, Math.min(wanted, Math.min(picture.cols(), picture.rows())));
        // The mesh ends below the hair: the middle of the head lies a little higher than that of the mesh.
        double middle = face.centreY() - 0.08 * face.height();
        int left = (int) Math.clamp(face.centreX() - side / 2.0, 0, picture.cols() - side);
        int top = (int) Math.clamp(middle - side / 2.0, 0, picture.rows() - side);
        return new Rect(left, top, side, side);
    }
}
