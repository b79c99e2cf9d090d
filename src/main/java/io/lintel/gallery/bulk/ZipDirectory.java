package io.lintel.gallery.bulk;

import io.lintel.gallery.GalleryException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the end of a ZIP (APPNOTE 4.3.16) before a library reads its whole table of contents into memory: a file of a few
 * megabytes can list a million others.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64 = 0xFFFF;

    private ZipDirectory() {}

    static void check(Path file, ImportLimits limits) {
        if (!Files.isRegularFile(file)) {
            throw new GalleryException("There is no file at " + file, "name a folder or a ZIP with pictures of people");
        }
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer tail = tail(zip);
            int end = end(tail);
            int entries = Short.toUnsignedInt(tail.getShort(end + 10));
            long directory = Integer.toUnsignedLong(tail.getInt(end + 12));
            // Where these 16 bits do not suffice there are more files than anybody imports at once.
            if (entries > limits.files() || entries == ZIP64 || directory > limits.directoryBytes()) {
                throw FolderSource.tooMany(limits);
            }
        } catch (IOException e) {
            throw new GalleryException("The ZIP " + file + " cannot be read", "check that this user may read it");
        }
    }

    private static ByteBuffer tail(RandomAccessFile zip) throws IOException {
        int length = (int) Math.min(zip.length(), END_LENGTH + LONGEST_COMMENT);
        byte[] bytes = new byte[length];
        zip.seek(zip.length() - length);
        zip.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int end(ByteBuffer tail) {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        throw new GalleryException(
                "This is no whole ZIP file", "pack the pictures as a ZIP, and upload the whole file");
    }
}
