package io.lintel.admin.people;

import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.gallery.photo.PhotoReader;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Photos that somebody has uploaded, as shots; one after the other, so that only the small pictures are in memory together. */
public final class Uploads implements AutoCloseable {

    /** Of one form. */
    public static final int MOST = 3;

    private static final int LONGEST_LABEL = 60;

    private final List<Shot> shots = new ArrayList<>();
    private final List<ShotProblem> problems = new ArrayList<>();

    private Uploads() {}

    /** @throws LintelException if there is none, or there are too many */
    public static Uploads read(List<FileUpload> files, PhotoReader reader) {
        List<FileUpload> chosen = files.stream()
                .filter(file -> file.fileName() != null && !file.fileName().isEmpty())
                .toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw new LintelException(
                    chosen.isEmpty() ? "There is no photo" : "There are " + chosen.size() + " photos",
                    "choose one to three photos of this person");
        }
        Uploads uploads = new Uploads();
        for (FileUpload file : chosen) {
            uploads.add(label(file.fileName()), file.uploadedFile(), reader);
        }
        return uploads;
    }

    private void add(String label, Path file, PhotoReader reader) {
        try {
            shots.add(new Shot(label, TemplateSource.PHOTO, reader.readForEnrolment(file)));
        } catch (LintelException e) {
            problems.add(new ShotProblem(
                    label, ShotProblem.Kind.POOR_QUALITY, lowerFirst(String.valueOf(e.getMessage())), e.remedy()));
        }
    }

    public List<Shot> shots() {
        return shots;
    }

    /** Files that are no usable photos. */
    public List<ShotProblem> problems() {
        return problems;
    }

    /** The last part of what a browser calls the file. */
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
