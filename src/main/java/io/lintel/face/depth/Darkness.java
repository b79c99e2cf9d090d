package io.lintel.face.depth;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * Whether a whole infrared picture is dark, as between two flashes of a pulsed light: it says nothing about a face. A screen is dark in
 * its own place only, the hand and the room around it are lit. Holds no state.
 */
public final class Darkness {

    /** Grey level of a pixel that some light reaches: above a video's black (16) and the noise of a sensor. */
    private static final double LIT = 48;

    /** Share of the picture: the smallest face that is recognised (32 pixels between the eyes) fills about 2 % of 640 x 480. */
    private static final double LIT_SHARE = 0.005;

    private Darkness() {}

    public static boolean fills(Mat infrared) {
        Mat channel = new Mat();
        Mat lit = new Mat();
        try {
            Core.extractChannel(infrared, channel, infrared.channels() / 2);
            Core.inRange(channel, new Scalar(LIT), new Scalar(255), lit);
            return Core.countNonZero(lit) < LIT_SHARE * lit.total();
        } finally {
            channel.release();
            lit.release();
        }
    }
}
