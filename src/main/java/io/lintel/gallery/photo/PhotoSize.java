package io.lintel.gallery.photo;

/** Width and height in pixels, as the file's header says; before any decoding. */
record PhotoSize(long width, long height) {

    /** A header may claim more than 64 bits can hold. */
    long pixels() {
        return width > 0 && height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
    }
}
