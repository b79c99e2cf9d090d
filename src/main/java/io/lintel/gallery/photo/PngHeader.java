package io.lintel.gallery.photo;

/** Walks a PNG file's chunks (RFC 2083) to its end chunk. As with libpng the header comes first and once. */
final class PngHeader {

    private static final int FIRST_CHUNK = 8;

    /** Length, type and checksum around a chunk's data. */
    private static final int CHUNK_FRAME = 12;

    private static final int HEADER_LENGTH = 13;

    /** It is decoded as a whole, and made smaller afterwards. */
    private static final int HELD = 3;

    private PngHeader() {}

    static PhotoHeader inspect(PhotoBytes bytes) {
        if (!bytes.has(FIRST_CHUNK + 4, "IHDR") || bytes.big32(FIRST_CHUNK) != HEADER_LENGTH) {
            throw PhotoFormat.damaged();
        }
        int orientation = 1;
        int at = FIRST_CHUNK;
        while (true) {
            long length = bytes.big32(at);
            long next = at + length + CHUNK_FRAME;
            if (next > bytes.length()) {
                throw PhotoFormat.cutShort();
            }
            if (at > FIRST_CHUNK && bytes.has(at + 4, "IHDR")) {
                throw new PhotoException("The PNG file holds two pictures in one", "export the photo again as JPEG");
            }
            if (bytes.has(at + 4, "eXIf")) {
                orientation = ExifOrientation.of(bytes, at + 8, (int) next - 4);
            }
            if (bytes.has(at + 4, "IEND")) {
                return new PhotoHeader(
                        bytes.big32(FIRST_CHUNK + 8), bytes.big32(FIRST_CHUNK + 12), HELD, (int) next, orientation);
            }
            at = (int) next;
        }
    }
}
