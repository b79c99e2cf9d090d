package io.lintel.gallery.photo;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How the camera was held, as EXIF 2.32 (tag 0x0112) says: the one place that reads and undoes it, for all formats. */
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final PhotoBytes bytes;
    private final int from;
    private final int end;
    private final boolean little;

    private ExifOrientation(PhotoBytes bytes, int from, int end) {
        this.bytes = bytes;
        this.from = from;
        this.end = Math.min(end, bytes.length());
        this.little = bytes.has(from, "II");
    }

    /**
     * @param from where the TIFF header begins
     * @param end behind the block's last byte
     * @return 1 to 8; 1 also where the block makes no sense, as viewers have it
     */
    static int of(PhotoBytes bytes, int from, int end) {
        boolean tiff = bytes.has(from, "II*\0") || bytes.has(from, "MM\0*");
        return tiff && end - from >= 8 ? new ExifOrientation(bytes, from, end).find() : UPRIGHT;
    }

    private int find() {
        long directory = from + number32(from + 4);
        if (directory + 2 > end) {
            return UPRIGHT;
        }
        int entries = number16((int) directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > end) {
                return UPRIGHT;
            }
            if (number16((int) entry) == TAG && number16((int) entry + 2) == SHORT) {
                int value = number16((int) entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private int number16(int at) {
        return little ? bytes.little16(at) : bytes.big16(at);
    }

    private long number32(int at) {
        return little ? bytes.little32(at) : bytes.big32(at);
    }

    /** @return the picture itself, turned in its place, or a new one where width and height change; then the given one is released */
    static Mat upright(Mat picture, int orientation) {
        Mat turned = picture;
        if (orientation >= 5) {
            turned = new Mat();
            Core.transpose(picture, turned);
            picture.release();
        }
        switch (orientation) {
            case 2, 6 -> Core.flip(turned, turned, 1);
            case 3, 7 -> Core.flip(turned, turned, -1);
            case 4, 8 -> Core.flip(turned, turned, 0);
            default -> {}
        }
        return turned;
    }
}
