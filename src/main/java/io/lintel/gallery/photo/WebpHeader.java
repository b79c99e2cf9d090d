package io.lintel.gallery.photo;

import org.jspecify.annotations.Nullable;

/**
 * The three kinds of WebP files (RFC 9649): lossy, lossless, extended. In an extended one the picture must be as large as its canvas, as
 * libwebp wants it, and there is one; animations are refused.
 */
final class WebpHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;

    /** It is decoded as a whole, and made smaller afterwards. */
    private static final int HELD_LOSSY = 3;

    /** libwebp's own ARGB, OpenCV's BGRA, and the whole picture. */
    private static final int HELD_LOSSLESS = 11;

    /** A frame header's size, and what decoding it holds for each pixel. */
    private record Frame(long width, long height, int held) {}

    private WebpHeader() {}

    static PhotoHeader inspect(PhotoBytes bytes) {
        long end = bytes.little32(4) + CHUNK_HEAD;
        if (end > bytes.length()) {
            throw PhotoFormat.cutShort();
        }
        Frame canvas = null;
        Frame picture = null;
        boolean alpha = false;
        int orientation = 1;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEAD <= end) {
            int chunk = (int) at;
            Frame found = frame(bytes, chunk);
            if (bytes.has(chunk, "VP8X")) {
                if (chunk != FIRST_CHUNK) {
                    throw twice();
                }
                canvas = new Frame(bytes.little24(chunk + 12) + 1, bytes.little24(chunk + 15) + 1, 0);
            } else if (bytes.has(chunk, "ANIM") || bytes.has(chunk, "ANMF")) {
                throw new PhotoException("This is an animated WebP picture", "save one picture of it as JPEG");
            } else if (found != null) {
                if (picture != null) {
                    throw twice();
                }
                picture = found;
            }
            long length = bytes.little32(chunk + 4);
            if (at + CHUNK_HEAD + length > end) {
                throw PhotoFormat.cutShort();
            }
            alpha |= bytes.has(chunk, "ALPH");
            if (bytes.has(chunk, "EXIF")) {
                orientation = exif(bytes, chunk + CHUNK_HEAD, (int) (chunk + CHUNK_HEAD + length));
            }
            at += CHUNK_HEAD + length + (length & 1);
        }
        if (picture == null || canvas != null && (canvas.width != picture.width || canvas.height != picture.height)) {
            throw new PhotoException("The WebP file is damaged", "save the photo as JPEG and try again");
        }
        int held = alpha ? HELD_LOSSLESS : picture.held;
        return new PhotoHeader(picture.width, picture.height, held, (int) end, orientation);
    }

    private static @Nullable Frame frame(PhotoBytes bytes, int chunk) {
        int data = chunk + CHUNK_HEAD;
        if (bytes.has(chunk, "VP8 ")) {
            return new Frame(bytes.little16(data + 6) & 0x3fff, bytes.little16(data + 8) & 0x3fff, HELD_LOSSY);
        }
        if (bytes.has(chunk, "VP8L")) {
            long bits = bytes.little32(data + 1);
            return new Frame((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, HELD_LOSSLESS);
        }
        return null;
    }

    /** Some programs write the JPEG segment's name before the block. */
    private static int exif(PhotoBytes bytes, int from, int end) {
        return ExifOrientation.of(bytes, bytes.has(from, "Exif\0\0") ? from + 6 : from, end);
    }

    private static PhotoException twice() {
        return new PhotoException("The WebP file holds two pictures in one", "save the photo as JPEG and try again");
    }
}
