package io.lintel.access;

import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/** Looking for evidence. */
final class CollectingState extends VisitState {

    private final VisitRules rules;
    private final Evidence evidence;
    private final DwellTimer dwell;
    private final BackOff backOff;

    CollectingState(VisitRules rules, Evidence evidence, DwellTimer dwell, BackOff backOff) {
        this.rules = rules;
        this.evidence = evidence;
        this.dwell = dwell;
        this.backOff = backOff;
    }

    @Override
    boolean isDeciding() {
        return true;
    }

    @Override
    Verdict judge(@Nullable EvidenceSummary summary, long now) {
        if (summary == null) {
            return impatience(now);
        }
        if (!backOff.isRecalled() && summary.looks() >= rules.looksToRecall()) {
            Wait wait = backOff.recall(evidence.mean().direction(), now);
            if (wait != null && !rules.waits().isEndedBy(summary, wait)) {
                return rules.waits().refusal(wait, null);
            }
        }
        Verdict verdict = rules.verdicts().judge(summary);
        return verdict instanceof Verdict.Undecided ? impatience(now) : verdict;
    }

    private Verdict impatience(long now) {
        return dwell.tooLong(now)
                ? new Verdict.Refuse(DenialReason.LOW_QUALITY, null, "no picture of the face is good enough")
                : new Verdict.Undecided();
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return dwell.observation(quality);
    }
}
