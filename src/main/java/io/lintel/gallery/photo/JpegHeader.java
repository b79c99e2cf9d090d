package io.lintel.gallery.photo;

/**
 * Walks a JPEG file's segments (ITU-T T.81, annex B) as libjpeg does, from its start to its <em>first</em> end marker: what phones append
 * (MPF pictures, films, trailers) lies behind it and is cut off. The first frame header counts. A second one could be read in two ways and
 * is refused, like anything else that libjpeg reads in its own way. A decoder fills what is missing with grey and says nothing, so the
 * end marker must be there.
 */
final class JpegHeader {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;

    /** Each pass walks the whole picture again; programs write about ten (libjpeg-turbo's own fuzzers stop at 500). */
    private static final int MOST_SCANS = 64;

    private static final int COEFFICIENT_BYTES = 2;

    private final PhotoBytes bytes;
    private int frame = -1;
    private int components;
    private int scans;
    private boolean severalPasses;
    private int orientation = 1;

    private JpegHeader(PhotoBytes bytes) {
        this.bytes = bytes;
    }

    static PhotoHeader inspect(PhotoBytes bytes) {
        return new JpegHeader(bytes).walk();
    }

    private PhotoHeader walk() {
        int at = 2;
        while (true) {
            at = nextMarker(bytes, at);
            int marker = bytes.unsigned(at - 1);
            if (marker == END_OF_IMAGE) {
                return header(at);
            }
            if (marker == START_OF_IMAGE) {
                throw PhotoFormat.damaged();
            }
            if (isAlone(marker)) {
                continue;
            }
            int length = bytes.big16(at);
            if (length < 2) {
                throw PhotoFormat.damaged();
            }
            segment(marker, at, length);
            // Behind a scan's header comes its data, which the search for the next marker passes over.
            at += length;
        }
    }

    private void segment(int marker, int at, int length) {
        if (isStartOfFrame(marker)) {
            if (frame >= 0 || scans > 0) {
                throw new PhotoException("The JPEG file holds two pictures in one", "export the photo again as JPEG");
            }
            frame = at;
            components = bytes.unsigned(at + 7);
            severalPasses = marker != BASELINE && marker != EXTENDED;
        } else if (marker == START_OF_SCAN) {
            scans++;
            severalPasses |= bytes.unsigned(at + 2) < components;
            if (frame < 0 || scans > MOST_SCANS) {
                throw PhotoFormat.damaged();
            }
        } else if (marker == APP1 && bytes.has(at + 2, "Exif\0\0")) {
            orientation = ExifOrientation.of(bytes, at + 8, at + length);
        }
    }

    private PhotoHeader header(int end) {
        if (frame < 0) {
            throw new PhotoException("The JPEG file holds no picture", "take or export the photo again");
        }
        int held = severalPasses ? coefficients() : 0;
        return new PhotoHeader(bytes.big16(frame + 5), bytes.big16(frame + 3), held, end, orientation);
    }

    /** Bytes a pixel: read in several passes, libjpeg keeps all coefficients of all components, which may have fewer than the picture. */
    private int coefficients() {
        int largest = 1;
        int sum = 0;
        for (int i = 0; i < components; i++) {
            int factors = bytes.unsigned(frame + 9 + 3 * i);
            int blocks = Math.max(1, factors >> 4) * Math.max(1, factors & 15);
            largest = Math.max(largest, blocks);
            sum += blocks;
        }
        return Math.ceilDiv(COEFFICIENT_BYTES * sum, largest);
    }

    /** @return the place behind the next marker; 0xFF00 is a data byte, and 0xFF may be repeated before a marker */
    private static int nextMarker(PhotoBytes bytes, int from) {
        int at = from;
        while (true) {
            while (bytes.unsigned(at) != 0xFF) {
                at++;
            }
            while (bytes.unsigned(at) == 0xFF) {
                at++;
            }
            at++;
            if (bytes.unsigned(at - 1) != 0) {
                return at;
            }
        }
    }

    /** Markers without a segment: restart markers and TEM. */
    private static boolean isAlone(int marker) {
        return (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01;
    }

    /** All of C0 to CF but the tables DHT, JPG and DAC. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
