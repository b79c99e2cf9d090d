package io.lintel.access.evidence;

import io.lintel.face.LivenessScore;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one face is live from the answers of liveness networks, one at a time: a sequential probability ratio test (A. Wald,
 * Sequential Tests of Statistical Hypotheses, 1945). Log-likelihood ratios add up until the sum reaches a bound.
 *
 * <p>Answers to neighbouring frames are correlated, r = exp(-dt/correlationTime). In a first-order autoregressive sequence an answer inside the
 * sequence carries (1 - r)/(1 + r) of the evidence of an independent one, which makes evidence a matter of time and not of the frame
 * rate; the first and the newest answer carry more. The sum never falls below the attack bound. It never falls when an answer's evidence rises, so
 * no attack gains by looking worse. Not thread-safe.
 */
final class SequentialLivenessTest {

    private final LivenessTestSettings settings;
    private final @Nullable RememberedAttack remembered;
    private double sum;
    private double newest;
    private double recent;
    private long newestNanos;
    private int asked;
    private int answers;
    private int missing;
    private double scores;

    /** @param remembered what earlier tests found about the same face; null when there were none */
    SequentialLivenessTest(LivenessTestSettings settings, @Nullable RememberedAttack remembered, long now) {
        this.settings = settings;
        this.remembered = remembered;
        if (remembered != null) {
            sum = -Math.min(settings.longestHandicap(), remembered.nats(now, settings.handicapHalfLife()));
        }
    }

    /** What the test started with. */
    @Nullable
    RememberedAttack remembered() {
        return remembered;
    }

    /** A frame of this face that no network judged. */
    void addMissing() {
        asked++;
        missing++;
    }

    void add(LivenessScore score, long capturedNanos) {
        double weight = answers == 0 ? startWeight() : settings.weight(capturedNanos - newestNanos);
        sum = Math.max(-settings.attackBound(), sum + weight * score.evidence());
        newest = score.evidence();
        recent += (newest - recent) * (answers == 0 ? 1 : settings.recency(capturedNanos - newestNanos));
        newestNanos = capturedNanos;
        asked++;
        answers++;
        missing = 0;
        scores += score.probability();
    }

    /** Who comes back is nothing new: the first answer brings the sum nothing, or leaving for a moment would be of use. */
    private double startWeight() {
        return remembered == null ? settings.startWeight() : 0;
    }

    /** Evidence for a live face is dropped, that of an attack stays: what follows has to show by itself that the face is live. */
    void restart() {
        sum = Math.min(0, sum);
        newest = Math.min(0, newest);
    }

    /** Accumulated evidence of an attack, nats; 0 when there is more for a live face. */
    double attackEvidence() {
        return Math.max(0, -sum);
    }

    LivenessSummary tally() {
        double mean = answers == 0 ? 0 : scores / answers;
        return new LivenessSummary(asked, answers, missing, mean, sum + settings.endWeight() * newest, recent);
    }
}
