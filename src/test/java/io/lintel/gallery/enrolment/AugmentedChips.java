package io.lintel.gallery.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** The views that an enrolment with few shots makes of an aligned face, for measuring what they are worth. */
public final class AugmentedChips {

    /** How many views there are: the face itself, its mirror image, and variations. */
    public static final int COUNT = AugmentedView.values().length;

    private AugmentedChips() {}

    /** @param count the first so many views, 1 to {@link #COUNT}; @return to be released by the caller */
    public static List<Mat> of(Mat chip, int count) {
        List<Mat> views = new ArrayList<>();
        for (AugmentedView each : AugmentedView.values()) {
            if (views.size() < count) {
                Mat view = new Mat();
                each.draw(chip, view);
                views.add(view);
            }
        }
        return views;
    }
}
