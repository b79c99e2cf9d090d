package io.lintel.gallery.photo;

import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG file's segments (ITU-T T.81, annex B) to its end marker: a decoder fills what is missing with grey and
 * says nothing.
 */
final class JpegHeader {

    private static final int END_OF_IMAGE = 0xD9;

    private JpegHeader() {}

    static PhotoSize inspect(PhotoBytes bytes) {
        PhotoSize size = null;
        int at = 2;
        while (true) {
            at = nextMarker(bytes, at);
            int marker = bytes.unsigned(at - 1);
            if (marker == END_OF_IMAGE) {
                return required(size);
            }
            if (isAlone(marker)) {
                continue;
            }
            if (isStartOfFrame(marker)) {
                size = new PhotoSize(bytes.big16(at + 5), bytes.big16(at + 3));
            }
            // Behind a scan's header comes its data, which the search for the next marker passes over.
            at += bytes.big16(at);
        }
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
        return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
    }

    /** All of C0 to CF but the tables DHT, JPG and DAC. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static PhotoSize required(@Nullable PhotoSize size) {
        if (size == null) {
            throw new PhotoException("The JPEG file holds no picture", "take or export the photo again");
        }
        return size;
    }
}
