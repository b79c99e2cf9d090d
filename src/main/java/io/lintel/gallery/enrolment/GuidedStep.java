package io.lintel.gallery.enrolment;

import io.lintel.face.BoundingBox;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a guided enrolment stands after one more picture.
 *
 * @param advice what the person should do next
 * @param face the face that is looked at, pixels of the picture; null when there is none
 * @param taken the poses of which there is a shot
 * @param tookOne whether this picture became a shot
 * @param known with {@link Advice#KNOWN_PERSON}: who it looks like
 */
public record GuidedStep(
        Advice advice,
        @Nullable BoundingBox face,
        Set<PoseGoal> taken,
        boolean tookOne,
        EnrolmentWarning.@Nullable LookAlike known) {

    public static final GuidedStep START = new GuidedStep(Advice.LOOK_HERE, null, Set.of(), false, null);

    public GuidedStep {
        taken = Set.copyOf(taken);
    }

    public boolean isComplete() {
        return taken.size() == PoseGoal.values().length;
    }

    /** 0 to 1. */
    public double progress() {
        return (double) taken.size() / PoseGoal.values().length;
    }

    static GuidedStep of(Advice advice, @Nullable BoundingBox face, EnumSet<PoseGoal> taken) {
        return new GuidedStep(advice, face, taken, false, null);
    }
}
