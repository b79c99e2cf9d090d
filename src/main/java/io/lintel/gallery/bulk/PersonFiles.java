package io.lintel.gallery.bulk;

import io.lintel.gallery.photo.PhotoKind;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The files in one person's folder. Programs put more there than photos: what is none is left out, but a photo that is broken
 * stays one, so that nobody is enrolled with less than was meant.
 */
final class PersonFiles {

    private final String name;
    private final List<ImportFile> files = new ArrayList<>();

    /** @param name as the folder or the file is called */
    PersonFiles(String name) {
        this.name = name;
    }

    void add(ImportFile file) {
        files.add(file);
    }

    String name() {
        return name;
    }

    List<ImportFile> all() {
        return files;
    }

    /** Those that are meant as photos. @param leftOut told of each other one, and why */
    List<ImportFile> photos(ImportSource source, BiConsumer<ImportFile, String> leftOut) {
        List<ImportFile> photos = new ArrayList<>();
        for (ImportFile file : files) {
            switch (kind(source, file)) {
                case PICTURE -> photos.add(file);
                case FILM -> leftOut.accept(file, "a film, no photo");
                case OTHER -> leftOut.accept(file, "no picture");
            }
        }
        return photos;
    }

    private static PhotoKind kind(ImportSource source, ImportFile file) {
        try {
            PhotoKind kind = PhotoKind.of(source.head(file, PhotoKind.HEAD));
            return kind == PhotoKind.OTHER && file.isNamedLikeAPicture() ? PhotoKind.PICTURE : kind;
        } catch (LintelException e) {
            return PhotoKind.PICTURE; // reading it as one says what is wrong with it
        }
    }
}
