package io.lintel.access.evidence;

/**
 * Liveness over the frames of a visit that name one person.
 *
 * @param asked frames that an answer was expected of
 * @param answers frames with an answer, at most {@code asked}
 * @param missing how many of the last frames in a row have none
 * @param mean mean of the networks' scores, 0 to 1; 0 when there are no answers. For people to read: the evidence decides
 * @param evidence log-likelihood ratio of live to attack, nats, including what is remembered of earlier visits
 * @param recent mean evidence of the answers of the last second, nats an answer: what the face looks like now
 */
public record LivenessSummary(int asked, int answers, int missing, double mean, double evidence, double recent) {

    public static final LivenessSummary NOTHING = new LivenessSummary(0, 0, 0, 0, 0, 0);

    /** Whether what is missing is answers, and those that came speak for no attack. */
    public boolean isMostlyUnanswered() {
        return 2 * answers < asked && recent >= 0;
    }
}
