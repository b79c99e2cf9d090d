package io.lintel.gallery.bulk;

import io.lintel.gallery.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A folder of this machine. Links are not followed: they could lead anywhere. */
public final class FolderSource implements ImportSource {

    private final Path folder;
    private final List<ImportFile> files;

    private FolderSource(Path folder, List<ImportFile> files) {
        this.folder = folder;
        this.files = List.copyOf(files);
    }

    /** @throws GalleryException if it is no folder, cannot be read or holds too many files */
    public static FolderSource open(Path folder, ImportLimits limits) {
        if (!Files.isDirectory(folder)) {
            throw new GalleryException(
                    "There is no folder at " + folder, "name a folder or a ZIP with pictures of people");
        }
        List<ImportFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (files.size() == limits.files()) {
                        throw tooMany(limits);
                    }
                    files.add(ImportFile.inFolder(folder.relativize(file).toString()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new GalleryException(
                    "The folder " + folder + " cannot be read: " + e.getMessage(), "check that this user may read it");
        }
        files.sort(Comparator.comparing(ImportFile::path));
        return new FolderSource(folder, files);
    }

    static GalleryException tooMany(ImportLimits limits) {
        return new GalleryException("There are more than " + limits.files() + " files", "import them in several parts");
    }

    @Override
    public List<ImportFile> files() {
        return files;
    }

    @Override
    public byte[] head(ImportFile file, int length) {
        return read(file, in -> in.readNBytes(length));
    }

    @Override
    public byte[] read(ImportFile file, int most) {
        return read(file, in -> Bounded.read(in, most));
    }

    private byte[] read(ImportFile file, Bounded.Reading reading) {
        Path path = folder.resolve(file.stored());
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new GalleryException("It is a link or no ordinary file", "put the picture itself there");
            }
            try (InputStream in = Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                return reading.of(in);
            }
        } catch (IOException e) {
            throw new GalleryException("It cannot be read", "check that this user may read it");
        }
    }

    @Override
    public void close() {}
}
