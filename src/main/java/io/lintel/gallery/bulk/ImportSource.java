package io.lintel.gallery.bulk;

import java.util.List;

/** A folder or a ZIP with pictures of people. Opened and used by one thread. */
public interface ImportSource extends AutoCloseable {

    /** All files, at most {@link ImportLimits#files}. */
    List<ImportFile> files();

    /** A file's first bytes, fewer where it ends; as {@link #read}. */
    byte[] head(ImportFile file, int length);

    /**
     * A file's bytes.
     *
     * @param most more than so many bytes are refused
     * @throws io.lintel.gallery.GalleryException if it is larger, damaged or cannot be read; says what to do
     */
    byte[] read(ImportFile file, int most);

    @Override
    void close();
}
