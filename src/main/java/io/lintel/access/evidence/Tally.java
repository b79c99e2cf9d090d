package io.lintel.access.evidence;

import io.lintel.gallery.Candidate;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the looks of a track say together. Immutable.
 *
 * @param looks how many looks the evidence has had
 * @param nearLooks how many of them stood near the door
 * @param sinceFirstNanos time from the first to the last of them
 * @param voters how many of the last looks were averaged
 * @param votes how many of those name {@code best} with a score not far below the threshold
 * @param best best person for the mean of the voters and the mean of his scores; null when nobody is enrolled
 * @param runnerUp best other person for that mean; null when there is none
 * @param persons how many people were searched
 * @param templates how many templates were searched
 */
public record Tally(
        int looks,
        int nearLooks,
        long sinceFirstNanos,
        int voters,
        int votes,
        @Nullable Candidate best,
        @Nullable Candidate runnerUp,
        int persons,
        int templates,
        OperatingPoint point,
        LivenessTally liveness) {

    /** Whether enough looks agree on one person and their mean reaches the threshold. */
    public boolean identifies(EvidenceSettings settings) {
        return best != null && votes >= settings.votesNeeded() && best.score() >= point.threshold();
    }

    /** How far the best leads the runner-up; his whole score when there is none. */
    public double margin() {
        if (best == null) {
            return 0;
        }
        return runnerUp == null ? best.score() : best.score() - runnerUp.score();
    }

    public @Nullable PersonId bestPerson() {
        return best == null ? null : best.person();
    }
}
