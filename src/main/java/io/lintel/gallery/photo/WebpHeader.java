package io.lintel.gallery.photo;

/** The three kinds of WebP files (RFC 9649): lossy, lossless, extended. */
final class WebpHeader {

    private WebpHeader() {}

    static PhotoSize inspect(PhotoBytes bytes) {
        if (bytes.little32(4) + 8 > bytes.length()) {
            throw PhotoFormat.cutShort();
        }
        if (bytes.has(12, "VP8 ")) {
            return new PhotoSize(bytes.little16(26) & 0x3fff, bytes.little16(28) & 0x3fff);
        }
        if (bytes.has(12, "VP8L")) {
            long bits = bytes.little32(21);
            return new PhotoSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
        }
        if (bytes.has(12, "VP8X")) {
            return new PhotoSize(bytes.little24(24) + 1, bytes.little24(27) + 1);
        }
        throw new PhotoException("The WebP file is damaged", "save the photo as JPEG and try again");
    }
}
