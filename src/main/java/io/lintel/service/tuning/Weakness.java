package io.lintel.service.tuning;

import java.time.Instant;

/** Why somebody may be hard to recognise. */
public sealed interface Weakness {

    /** They have no template of the embedder in use, and are a stranger to the door. */
    record NoTemplate() implements Weakness {}

    /** One shot: of 1:N searches on LFW such people miss 8.7 % at FPIR 1 %, with three shots 2.3 % (docs/ACCURACY.md). */
    record SingleShot() implements Weakness {}

    /** @param newest when their newest template was made */
    record OldTemplates(Instant newest) implements Weakness {}

    /**
     * Let in with little to spare.
     *
     * @param middle median score of their entries
     * @param threshold median of the thresholds then
     * @param visits how many entries
     */
    record NarrowScores(double middle, double threshold, int visits) implements Weakness {}

    /** @param visits in which a face that came near theirs was not recognised: theirs, or somebody's who looks like them */
    record NearMisses(int visits) implements Weakness {}
}
