package io.lintel.web;

import io.lintel.service.PhotoFile;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Uploaded photos as the services take them. */
public final class PhotoUploads {

    private PhotoUploads() {}

    /** Without the empty entries of a file field in which nothing was chosen. */
    public static List<PhotoFile> of(@Nullable List<FileUpload> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file ->
                                file.fileName() != null && !file.fileName().isEmpty())
                        .map(file -> new PhotoFile(file.fileName(), file.uploadedFile()))
                        .toList();
    }
}
