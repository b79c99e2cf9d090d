package io.lintel.access;

import io.lintel.access.Verdict.Admit;
import io.lintel.access.Verdict.Ignore;
import io.lintel.access.Verdict.Refuse;
import io.lintel.access.Verdict.Undecided;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Tally;
import io.lintel.gallery.PersonId;

/**
 * From evidence to a verdict: who is it, is it clearly him, is he live, may he enter now; in this order, so that only a live
 * person learns that he comes at the wrong hour. Holds no state.
 */
final class VerdictRule {

    private final EvidenceSettings settings;
    private final LivenessPolicy liveness;
    private final EntryRule entry;

    VerdictRule(EvidenceSettings settings, LivenessPolicy liveness, EntryRule entry) {
        this.settings = settings;
        this.liveness = liveness;
        this.entry = entry;
    }

    Verdict judge(Tally tally) {
        PersonId person = tally.bestPerson();
        if (person == null || !tally.identifies(settings)) {
            if (!timeIsUp(tally, 1)) {
                return new Undecided();
            }
            boolean atTheDoor = 2 * tally.nearLooks() >= tally.looks();
            return atTheDoor ? new Refuse(DenialReason.UNKNOWN, null, "looks like nobody enrolled") : new Ignore();
        }
        if (tally.margin() < settings.margin()) {
            return timeIsUp(tally, 1)
                    ? new Refuse(DenialReason.AMBIGUOUS, person, "looks like more than one person enrolled")
                    : new Undecided();
        }
        return switch (liveness.judge(tally.liveness())) {
            case LIVE -> mayEnter(person);
            case NOT_LIVE -> new Refuse(DenialReason.SPOOF, person, "does not look live");
            case NO_VERDICT -> new Refuse(DenialReason.SPOOF, person, "no liveness model gave an answer");
            // Twice the time: looks that come and go must end somewhere too.
            case UNSURE ->
                timeIsUp(tally, 2)
                        ? new Refuse(DenialReason.SPOOF, person, "could not be shown to be live")
                        : new Undecided();
        };
    }

    private Verdict mayEnter(PersonId person) {
        EntryRule.Refusal refusal = entry.refuses(person);
        return refusal == null ? new Admit(person) : new Refuse(refusal.reason(), person, refusal.detail());
    }

    private boolean timeIsUp(Tally tally, int times) {
        return tally.looks() >= times * settings.unknownLooks()
                && tally.sinceFirstNanos() >= times * settings.unknownAfter().toNanos();
    }
}
