package io.lintel.service;

import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.LintelException;
import java.util.List;

/** Photos of one person, as shots that are read one after the other. */
final class EnrolmentPhotos {

    private static final int MOST = 3;
    private static final int LONGEST_LABEL = 60;

    private EnrolmentPhotos() {}

    /** @throws LintelException if there is none, or there are too many */
    static List<Shot> shots(List<PhotoFile> files, PhotoReader reader) {
        if (files.isEmpty() || files.size() > MOST) {
            throw new LintelException(
                    files.isEmpty() ? "There is no photo" : "There are " + files.size() + " photos",
                    "choose one to three photos of this person");
        }
        return files.stream()
                .map(photo -> Shot.ofPhoto(label(photo.name()), () -> reader.readForEnrolment(photo.file())))
                .toList();
    }

    /** The last part of the path. */
    private static String label(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL) + "…";
    }
}
