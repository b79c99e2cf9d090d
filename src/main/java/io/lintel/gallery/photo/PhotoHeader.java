package io.lintel.gallery.photo;

/**
 * What a file's own header says, read as the library that decodes the file reads it.
 *
 * @param width pixels
 * @param height pixels
 * @param bytesAPixel memory that the decoder takes for each pixel, at most: it holds some kinds of files twice or more
 * @param end length of the picture in the file; what follows is not given to the decoder
 * @param orientation of EXIF: 1 to 8, 1 is upright
 */
record PhotoHeader(long width, long height, int bytesAPixel, int end, int orientation) {

    PhotoHeader {
        if (width < 1 || height < 1) {
            throw PhotoFormat.damaged();
        }
    }

    /** A header may claim more than 64 bits can hold. */
    long pixels() {
        return height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
    }

    /** Whether decoding takes at most so many bytes. */
    boolean fitsInto(long memory) {
        return pixels() <= memory / bytesAPixel;
    }
}
