package io.lintel.face.depth;

import io.lintel.face.BoundingBox;
import org.opencv.core.Mat;

/**
 * How far a face stands out from a plane in a depth picture: the standard deviation of its grey levels from the plane that fits them best.
 * Paper and screens are flat however they are tilted. Black pixels were not measured by the camera and do not count. Holds no state.
 */
public final class FaceRelief {

    /** Pixels between two samples: a face has a few hundred. */
    private static final int STEP = 3;

    private static final int FEWEST = 60;

    /** Pixels without a measurement are normal at the edges of a face, not all over it. */
    private static final double MEASURED = 0.6;

    /** @return grey levels; 0 where too little was measured */
    public double of(Mat depth, BoundingBox face) {
        // the inner part: what lies behind the head would stand out far more than any nose
        int left = (int) Math.max(0, face.centreX() - face.width() * 0.35);
        int right = (int) Math.min(depth.cols(), face.centreX() + face.width() * 0.35);
        int top = (int) Math.max(0, face.centreY() - face.height() * 0.35);
        int bottom = (int) Math.min(depth.rows(), face.centreY() + face.height() * 0.35);
        PlaneFit plane = new PlaneFit();
        byte[] pixel = new byte[depth.channels()];
        int asked = 0;
        for (int y = top; y < bottom; y += STEP) {
            for (int x = left; x < right; x += STEP) {
                asked++;
                depth.get(y, x, pixel);
                int grey = pixel[0] & 0xff;
                if (grey > 0) {
                    plane.add(x - left, y - top, grey);
                }
            }
        }
        return plane.points() < FEWEST || plane.points() < MEASURED * asked ? 0 : plane.deviation();
    }
}
