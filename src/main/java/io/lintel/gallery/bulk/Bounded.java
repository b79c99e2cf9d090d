package io.lintel.gallery.bulk;

import io.lintel.gallery.GalleryException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what may be longer than it claims. */
final class Bounded {

    private Bounded() {}

    /** Reads some of a stream. */
    interface Reading {
        byte[] of(InputStream in) throws IOException;
    }

    static byte[] read(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw new GalleryException(
                    "It has more than " + (most >> 20) + " MB",
                    "make it smaller or save it with a stronger compression");
        }
        return bytes;
    }
}
