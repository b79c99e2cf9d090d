package io.lintel.access.evidence;

import io.lintel.gallery.Candidate;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.SiteResemblance;
import org.jspecify.annotations.Nullable;

/**
 * What the looks of a track say together. Immutable.
 *
 * @param looks how many looks the evidence has had
 * @param nearLooks how many of them stood near the door
 * @param sinceFirstNanos time from the first to the last of them
 * @param voters how many of the last looks were averaged
 * @param votes how many of those name {@code best} with a score not far below the threshold
 * @param best best person for the mean of the voters and the mean of their scores; null when nobody is enrolled
 * @param runnerUp best other person for that mean; null when there is none
 * @param bestCosine plain cosine of {@code best}, of which the score leaves out what everybody at this site has in common
 * @param sustainedScore mean score of {@code best} over all samples of the time that a score near the threshold must hold, where one that names
 *     somebody else counts 0; NaN while the face was not looked at for so long
 * @param site how much the people searched resemble each other
 * @param persons how many people were searched
 * @param templates how many templates were searched
 */
public record EvidenceSummary(
        int looks,
        int nearLooks,
        long sinceFirstNanos,
        int voters,
        int votes,
        @Nullable Candidate best,
        @Nullable Candidate runnerUp,
        double bestCosine,
        double sustainedScore,
        SiteResemblance site,
        int persons,
        int templates,
        OperatingPoint point,
        LivenessSummary liveness) {

    /**
     * Whether enough looks agree on one person and their mean reaches the threshold: clearly, or for long enough. Like a sequential test, it
     * asks for more samples the nearer the score is to the threshold.
     */
    public boolean identifies(EvidenceSettings settings) {
        return best != null
                && reachesThreshold(settings)
                && (identifiesClearly(settings) || sustainedScore >= point.threshold());
    }

    /** Whether the mean exceeds the threshold so far that no stranger's was ever seen there: no matter of luck or patience. */
    public boolean identifiesClearly(EvidenceSettings settings) {
        return reachesThreshold(settings) && best != null && best.score() >= point.threshold() + settings.clearBy();
    }

    /** Whether the last looks would identify somebody, if they only held on. */
    public boolean reachesThreshold(EvidenceSettings settings) {
        return best != null && votes >= settings.votesNeeded() && best.score() >= point.threshold();
    }

    /** How far the best leads the runner-up; the whole score when there is none. */
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
