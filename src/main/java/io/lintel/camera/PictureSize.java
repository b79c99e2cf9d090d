package io.lintel.camera;

/** Width and height in pixels. */
record PictureSize(int width, int height) {

    /** Of a BGR picture with 8 bits a channel. */
    int bytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), 3);
    }
}
