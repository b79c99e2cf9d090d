package io.lintel.camera;

import java.util.zip.CRC32C;
import org.opencv.core.Mat;

/**
 * Recognises a picture that equals the one before. Drivers and decoders hand out their last picture again when a
 * transfer fails (OpenCV issues 14044, 5746), and it would look like a fresh one. Reads every eighth row: a sensor's
 * noise is in all of them. One thread at a time.
 */
final class RepeatDetector {

    private static final int ROW_STEP = 8;

    /** Not a multiple of 8, so that the rows are not the edges of an encoder's blocks. */
    private static final int FIRST_ROW = 3;

    private final CRC32C checksum = new CRC32C();
    private byte[] row = new byte[0];
    private long last = -1;

    /** @param picture BGR, 8 bits, 3 channels */
    boolean repeats(Mat picture) {
        int width = picture.cols() * picture.channels();
        if (row.length != width) {
            row = new byte[width];
        }
        checksum.reset();
        for (int y = FIRST_ROW; y < picture.rows(); y += ROW_STEP) {
            picture.get(y, 0, row);
            checksum.update(row);
        }
        long now = checksum.getValue();
        boolean same = now == last;
        last = now;
        return same;
    }
}
