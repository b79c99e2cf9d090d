package io.lintel.gallery.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers inside a file's bytes. Reading beyond the end is the sign of a file that was cut short. */
final class PhotoBytes {

    private final ByteBuffer bytes;

    PhotoBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.limit();
    }

    int unsigned(int at) {
        if (at < 0 || at >= bytes.limit()) {
            throw PhotoFormat.cutShort();
        }
        return bytes.get(at) & 0xff;
    }

    int big16(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }

    long big32(int at) {
        return (long) big16(at) << 16 | big16(at + 2);
    }

    int little16(int at) {
        return unsigned(at) | unsigned(at + 1) << 8;
    }

    int little24(int at) {
        return little16(at) | unsigned(at + 2) << 16;
    }

    long little32(int at) {
        return little16(at) | (long) little16(at + 2) << 16;
    }

    /** Shorter where the file ends. */
    String latin(int at, int length) {
        int from = Math.min(at, bytes.limit());
        byte[] latin = new byte[Math.min(length, bytes.limit() - from)];
        bytes.get(from, latin);
        return new String(latin, StandardCharsets.ISO_8859_1);
    }

    boolean has(int at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + wanted.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
