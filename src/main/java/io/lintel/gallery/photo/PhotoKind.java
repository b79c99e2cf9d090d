package io.lintel.gallery.photo;

import java.nio.ByteBuffer;

/** What a file is, as far as photos are concerned, by its first bytes. */
public enum PhotoKind {
    /** A picture of some kind, whole or broken, readable here or not: somebody meant it as a photo. */
    PICTURE,
    /** Moving pictures, such as lie beside a phone's live photos. */
    FILM,
    OTHER;

    /** How many of a file's first bytes {@link #of} needs. */
    public static final int HEAD = 16;

    /** @param head the file's first bytes, or all of it */
    public static PhotoKind of(byte[] head) {
        return PhotoFormat.find(new PhotoBytes(ByteBuffer.wrap(head)))
                .map(format -> switch (format) {
                    case FILM -> FILM;
                    case PDF, ZIP -> OTHER;
                    default -> PICTURE;
                })
                .orElse(OTHER);
    }
}
