package io.lintel.service;

import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.List;

/** Photos of one person, read one after the other, so that only the small pictures are in memory together. */
final class EnrolmentPhotos implements AutoCloseable {

    private static final int MOST = 3;
    private static final int LONGEST_LABEL = 60;

    private final List<Shot> shots = new ArrayList<>();
    private final List<ShotProblem> problems = new ArrayList<>();

    private EnrolmentPhotos() {}

    /** @throws LintelException if there is none, or there are too many */
    static EnrolmentPhotos read(List<PhotoFile> files, PhotoReader reader) {
        if (files.isEmpty() || files.size() > MOST) {
            throw new LintelException(
                    files.isEmpty() ? "There is no photo" : "There are " + files.size() + " photos",
                    "choose one to three photos of this person");
        }
        EnrolmentPhotos photos = new EnrolmentPhotos();
        files.forEach(file -> photos.add(file, reader));
        return photos;
    }

    private void add(PhotoFile photo, PhotoReader reader) {
        String label = label(photo.name());
        try {
            shots.add(new Shot(label, TemplateSource.PHOTO, reader.readForEnrolment(photo.file())));
        } catch (LintelException e) {
            problems.add(new ShotProblem(
                    label, ShotProblem.Kind.POOR_QUALITY, lowerFirst(String.valueOf(e.getMessage())), e.remedy()));
        }
    }

    List<Shot> shots() {
        return shots;
    }

    /** Files that are not usable photos. */
    List<ShotProblem> problems() {
        return problems;
    }

    /** The last part of the path. */
    private static String label(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL) + "…";
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public void close() {
        shots.forEach(shot -> shot.picture().release());
    }
}
