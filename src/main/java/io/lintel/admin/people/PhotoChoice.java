package io.lintel.admin.people;

import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.service.PhotoFile;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Photos that came with a form before, to be sent again without choosing them again.
 *
 * @param key they are kept under; empty for none
 */
@TemplateData
public record PhotoChoice(String key, List<Kept> photos) {

    static final PhotoChoice NONE = new PhotoChoice("", List.of());

    /** @param index among the photos of the form @param chosen nothing was wrong with it */
    @TemplateData
    public record Kept(int index, String name, boolean chosen) {}

    /** Those with a problem are not chosen. */
    static PhotoChoice of(String key, List<PhotoFile> photos, List<ShotProblem> problems) {
        List<Kept> kept = new ArrayList<>();
        for (PhotoFile photo : photos) {
            boolean fine =
                    problems.stream().noneMatch(problem -> problem.label().equals(photo.name()));
            kept.add(new Kept(kept.size(), photo.name(), fine));
        }
        return new PhotoChoice(key, kept);
    }

    /** The photos that were ticked, then the new ones. */
    static List<PhotoFile> sent(List<PhotoFile> kept, @Nullable List<Integer> ticked, List<PhotoFile> uploaded) {
        List<PhotoFile> photos = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (ticked != null && ticked.contains(i)) {
                photos.add(kept.get(i));
            }
        }
        photos.addAll(uploaded);
        return photos;
    }
}
