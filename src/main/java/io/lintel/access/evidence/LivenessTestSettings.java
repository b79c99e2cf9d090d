package io.lintel.access.evidence;

import java.time.Duration;

/**
 * The numbers of {@link SequentialLivenessTest}. Evidence is in nats: natural logarithms of likelihood ratios. The weights, the correlation
 * time and the bounds were chosen together on simulated visits and checked on clips (docs/decisions/0130).
 *
 * @param liveBound evidence from which a face is live. Wald's bound on the attacks that ever reach it is exp(-liveBound): 0.6 % at 5.2
 * @param attackBound evidence against a live face from which it is an attack, and beyond which no more is collected, so that a live
 *     face can recover. A live face in bad light for one second does not fall as far
 * @param doubtBound mean evidence against a live face in the last second, nats an answer, that neither a challenge nor a PIN makes good.
 *     Well below what a live face in bad light shows, so that the challenge can help it
 * @param minimumAnswers how many answers a verdict takes, as many as name a person
 * @param mostMissing from how many frames in a row without an answer the answers before them are too old for a verdict
 * @param correlationTime over which the answers about one face stay correlated, as exp(-dt/time). Shorter than the 0.63 s of a correlation of 0.9
 *     between neighbours at 15 frames a second, because the calibrations are bounded on the safe side: with 0.63 s a clearly live face
 *     would wait for more than a second
 * @param longestStep the most time that one answer may stand for, so that lost frames bring no evidence. Four answers a second count in full
 * @param startWeight weight of the first answer about a face, before which nothing is known
 * @param endWeight additional weight of the newest answer, while it is the newest
 * @param longestHandicap the most remembered evidence of an attack that a new visit starts with: what a clearly live face makes up for
 *     in two seconds
 * @param handicapHalfLife in which remembered evidence of an attack halves
 */
public record LivenessTestSettings(
        double liveBound,
        double attackBound,
        double doubtBound,
        int minimumAnswers,
        int mostMissing,
        Duration correlationTime,
        Duration longestStep,
        double startWeight,
        double endWeight,
        double longestHandicap,
        Duration handicapHalfLife) {

    public static final LivenessTestSettings DEFAULT = new LivenessTestSettings(
            5.2, 6.2, 1.3, 3, 10, Duration.ofMillis(210), Duration.ofMillis(250), 0.67, 1, 4, Duration.ofMinutes(2));

    public LivenessTestSettings {
        if (!(liveBound > 0 && liveBound <= 20) || !(attackBound > 0 && attackBound <= 20)) {
            throw new IllegalArgumentException(
                    "liveBound and attackBound must lie in (0, 20] nats, not " + liveBound + " and " + attackBound);
        }
        if (!(doubtBound > 0 && doubtBound <= attackBound)) {
            throw new IllegalArgumentException("doubtBound must lie in (0, attackBound], not " + doubtBound);
        }
        if (!(longestHandicap >= 0 && longestHandicap < attackBound)) {
            throw new IllegalArgumentException(
                    "longestHandicap must lie in [0, attackBound), or a remembered face would be denied unseen, not "
                            + longestHandicap);
        }
        if (minimumAnswers < 2 || mostMissing < minimumAnswers) {
            throw new IllegalArgumentException("a verdict needs 2 <= minimumAnswers <= mostMissing, not "
                    + minimumAnswers + " and " + mostMissing);
        }
        if (!correlationTime.isPositive() || !longestStep.isPositive() || !handicapHalfLife.isPositive()) {
            throw new IllegalArgumentException(
                    "correlationTime, longestStep and handicapHalfLife must be positive durations");
        }
        if (!(startWeight >= 0 && startWeight <= 1) || !(endWeight >= 0 && endWeight <= 1)) {
            throw new IllegalArgumentException(
                    "startWeight and endWeight must lie in [0, 1], not " + startWeight + " and " + endWeight);
        }
    }

    /** The same test with another live bound, nats. */
    public LivenessTestSettings withLiveBound(double nats) {
        return new LivenessTestSettings(
                nats,
                attackBound,
                doubtBound,
                minimumAnswers,
                mostMissing,
                correlationTime,
                longestStep,
                startWeight,
                endWeight,
                longestHandicap,
                handicapHalfLife);
    }

    /** The share of an answer in the mean of the last second. */
    double recency(long stepNanos) {
        return -Math.expm1(-Math.clamp(stepNanos, 0, longestStep.toNanos()) / 1e9);
    }

    /** How much an answer counts that comes this long after the one before: (1 - r) / (1 + r) for a correlation of r. */
    double weight(long stepNanos) {
        double step = Math.clamp(stepNanos, 0, longestStep.toNanos());
        return Math.tanh(step / (2.0 * correlationTime.toNanos()));
    }
}
