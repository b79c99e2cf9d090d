package io.lintel.web;

import io.lintel.service.LookupPicture;
import io.lintel.service.PhotoFile;
import io.lintel.system.LintelException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Uploaded photos whose faces are to be looked up. */
public final class LookupUploads {

    /** Of one request. */
    public static final int MOST_PHOTOS = 20;

    private static final int LONGEST_LABEL = 80;

    private LookupUploads() {}

    /** Empty when no file was chosen. */
    public static Optional<LookupPicture> of(@Nullable FileUpload file) {
        if (file == null || file.size() == 0 && file.fileName().isEmpty()) {
            return Optional.empty();
        }
        String name = file.fileName();
        String label = name.length() > LONGEST_LABEL ? name.substring(0, LONGEST_LABEL - 1) + "…" : name;
        return Optional.of(new LookupPicture.Photo(new PhotoFile(label, file.uploadedFile())));
    }

    /** @throws LintelException if there is none, or there are too many */
    public static List<LookupPicture> all(@Nullable List<FileUpload> files) {
        List<LookupPicture> pictures = (files == null ? Stream.<FileUpload>of() : files.stream())
                .flatMap(file -> of(file).stream())
                .toList();
        if (pictures.isEmpty()) {
            throw new LintelException("There is no photo", "choose one or several photos, or use the camera");
        }
        if (pictures.size() > MOST_PHOTOS) {
            throw new LintelException(
                    "These are " + pictures.size() + " photos, the most at once are " + MOST_PHOTOS,
                    "send them in several parts");
        }
        return pictures;
    }
}
