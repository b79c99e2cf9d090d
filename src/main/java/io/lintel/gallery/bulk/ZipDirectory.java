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
            int end = end(tail, startsLikeAZip(zip));
            int entries = Short.toUnsignedInt(tail.getShort(end + 10));
            long directory = Integer.toUnsignedLong(tail.getInt(end + 12));
            // Each of these makes the JDK read ZIP64's own record instead, which is for more than anybody imports at
            // once.
            boolean zip64 = entries == ZIP64 || tail.getInt(end + 16) == -1;
            if (zip64 || entries > limits.files() || directory > limits.directoryBytes()) {
                throw FolderSource.tooMany(limits);
            }
        } catch (IOException e) {
            throw new GalleryException("The ZIP " + file + " cannot be read", "check that this user may read it");
        }
    }

    private static boolean startsLikeAZip(RandomAccessFile zip) throws IOException {
        zip.seek(0);
        return zip.length() >= 2 && zip.read() == 'P' && zip.read() == 'K';
    }

    private static ByteBuffer tail(RandomAccessFile zip) throws IOException {
        int length = (int) Math.min(zip.length(), END_LENGTH + LONGEST_COMMENT);
        byte[] bytes = new byte[length];
        zip.seek(zip.length() - length);
        zip.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The last end record, which must end where the file ends. The JDK looks further when it does not, and then it is another one that
     * counts: such a file is refused.
     */
    private static int end(ByteBuffer tail, boolean startsLikeAZip) {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                if (at + END_LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) != tail.limit()) {
                    throw new GalleryException(
                            "This ZIP file can be read in two ways", "pack the pictures anew with a current program");
                }
                return at;
            }
        }
        throw startsLikeAZip
                ? new GalleryException(
                        "This is no whole ZIP file", "pack the pictures as a ZIP, and upload the whole file")
                : new GalleryException(
                        "This is no ZIP file",
                        "pack the pictures into a ZIP, and the list of people with them if there is one");
    }
}
