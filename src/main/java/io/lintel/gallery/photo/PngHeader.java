package io.lintel.gallery.photo;

/** Walks a PNG file's chunks (RFC 2083) to its end chunk. */
final class PngHeader {

    private static final int FIRST_CHUNK = 8;

    /** Length, type and checksum around a chunk's data. */
    private static final int CHUNK_FRAME = 12;

    private PngHeader() {}

    static PhotoSize inspect(PhotoBytes bytes) {
        PhotoSize size = new PhotoSize(bytes.big32(FIRST_CHUNK + 8), bytes.big32(FIRST_CHUNK + 12));
        long at = FIRST_CHUNK;
        while (!bytes.has((int) at + 4, "IEND")) {
            at += bytes.big32((int) at) + CHUNK_FRAME;
            if (at + CHUNK_FRAME > bytes.length()) {
                throw PhotoFormat.cutShort();
            }
        }
        return size;
    }
}
