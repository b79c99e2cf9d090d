package io.lintel.evaluation.pad;

import io.lintel.access.AccessSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the door does about one clip from each of its starting points.
 *
 * @param openings seconds to the opening from each starting point; empty where the door stays shut. The first starting point is the clip's
 *     first frame
 */
record ClipVisits(Presentation presentation, ClipEnrolment.Source enrolledFrom, List<OptionalDouble> openings) {

    /**
     * Plays a clip.
     *
     * @param stride frames from one starting point to the next
     * @param leastSeconds of the clip that a starting point leaves, but for the first one: nobody is recognised in its last moment
     */
    static ClipVisits play(
            AnalysedPresentation clip,
            ClipEnrolment.Enrolled enrolled,
            AccessSettings settings,
            int stride,
            double leastSeconds) {
        List<OptionalDouble> openings = new ArrayList<>();
        double end = clip.seconds(clip.length() - 1);
        try (DoorRun door = new DoorRun(clip, enrolled.gallery(), settings)) {
            for (int from = 0; from < clip.length(); from += stride) {
                if (from == 0 || end - clip.seconds(from) >= leastSeconds) {
                    openings.add(door.secondsToOpening(from));
                }
            }
        }
        return new ClipVisits(clip.presentation(), enrolled.source(), openings);
    }

    int startingPoints() {
        return openings.size();
    }

    long opened() {
        return openings.stream().filter(OptionalDouble::isPresent).count();
    }

    double[] seconds() {
        return openings.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }
}
