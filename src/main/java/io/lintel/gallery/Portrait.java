package io.lintel.gallery;

/** A small picture of a face, a JPEG file. Immutable. */
public final class Portrait {

    private final byte[] jpeg;

    public Portrait(byte[] jpeg) {
        this.jpeg = jpeg.clone();
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }
}
