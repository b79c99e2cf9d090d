package io.lintel.gallery.photo;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a file's own header says, read as the library that decodes the file reads it.
 *
 * @param width pixels
 * @param height pixels
 * @param heldAPixel bytes that the decoder holds for each pixel of the file besides its result, however small that is
 * @param end length of the picture in the file; what follows is not given to the decoder
 * @param orientation of EXIF: 1 to 8, 1 is upright
 */
record PhotoHeader(long width, long height, int heldAPixel, int end, int orientation) {

    private static final int RESULT_BYTES = 3;
    private static final int MOST = 8;

    PhotoHeader {
        if (width < 1 || height < 1) {
            throw PhotoFormat.damaged();
        }
    }

    /** A header may claim more than 64 bits can hold. */
    long pixels() {
        return height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
    }

    /** Into which part of its width and height the photo is read so that decoding takes at most so many bytes: 1, 2, 4 or 8; empty if it cannot be. */
    OptionalInt reduction(long memory) {
        long most = memory / RESULT_BYTES;
        return pixels() > most * MOST * MOST
                ? OptionalInt.empty()
                : IntStream.of(1, 2, 4, MOST)
                        .filter(each -> memory(each) <= memory)
                        .findFirst();
    }

    /** To turn a picture takes a second one, when the decoder's own memory is free again. */
    private long memory(int reduction) {
        long result = RESULT_BYTES * pixels() / reduction / reduction;
        return result + Math.max(heldAPixel * pixels(), result);
    }
}
