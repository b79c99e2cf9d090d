package io.lintel.access;

import io.lintel.access.Verdict.Admit;
import io.lintel.access.Verdict.Ignore;
import io.lintel.access.Verdict.Refuse;
import io.lintel.access.Verdict.Undecided;
import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Tally;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * From evidence to a verdict: who is it, is it clearly him, is he live, may he enter now; in this order, so that only a live
 * person learns that he comes at the wrong hour. Holds no state.
 */
final class VerdictRule {

    private final EvidenceSettings settings;
    private final LivenessPolicy liveness;
    private final EntryRule entry;
    private final Precautions precautions;

    VerdictRule(EvidenceSettings settings, LivenessPolicy liveness, EntryRule entry, Precautions precautions) {
        this.settings = settings;
        this.liveness = liveness;
        this.entry = entry;
        this.precautions = precautions;
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
            case LIVE ->
                precautions.challenge() == ChallengeWhen.ALWAYS ? new Verdict.AskToMove(person) : mayEnter(person);
            case NOT_LIVE -> attack(person);
            case NO_VERDICT -> noAnswer(person);
            case UNSURE -> unsure(tally, person);
        };
    }

    private Verdict unsure(Tally tally, PersonId person) {
        if (precautions.challenge() != ChallengeWhen.NEVER && timeIsUp(tally, 1)) {
            return new Verdict.AskToMove(person);
        }
        // Twice the time: looks that come and go must end somewhere too.
        return timeIsUp(tally, 2)
                ? new Refuse(DenialReason.SPOOF, person, "attack suspected: could not be shown to be live")
                : new Undecided();
    }

    /** The instructions were followed: the face must be the one of before, and must not have turned out to be a picture. */
    Verdict afterChallenge(Tally tally, PersonId person) {
        Verdict doubt = doubts(tally, person);
        return doubt == null ? mayEnter(person) : doubt;
    }

    /** The PIN was right: the same holds. */
    Verdict afterPin(Tally tally, PersonId person) {
        Verdict doubt = doubts(tally, person);
        return doubt == null ? admitUnlessRefused(person) : doubt;
    }

    private @Nullable Verdict doubts(Tally tally, PersonId person) {
        boolean recognised =
                person.equals(tally.bestPerson()) && tally.identifies(settings) && tally.margin() >= settings.margin();
        if (!recognised) {
            return new Undecided();
        }
        return switch (liveness.judge(tally.liveness())) {
            // slight doubts add up to an attack in the end: that is what the challenge was asked for
            case LIVE, UNSURE, NOT_LIVE -> liveness.doubts(tally.liveness()) ? attack(person) : null;
            case NO_VERDICT -> noAnswer(person);
        };
    }

    private static Refuse attack(PersonId person) {
        return new Refuse(DenialReason.SPOOF, person, "does not look live");
    }

    private static Refuse noAnswer(PersonId person) {
        return new Refuse(DenialReason.SPOOF, person, "no liveness model gave an answer");
    }

    private Verdict mayEnter(PersonId person) {
        Verdict verdict = admitUnlessRefused(person);
        return verdict instanceof Admit && precautions.needsPin(person) ? new Verdict.AskPin(person) : verdict;
    }

    private Verdict admitUnlessRefused(PersonId person) {
        EntryRule.Refusal refusal = entry.refuses(person);
        return refusal == null ? new Admit(person) : new Refuse(refusal.reason(), person, refusal.detail());
    }

    private boolean timeIsUp(Tally tally, int times) {
        return tally.looks() >= times * settings.unknownLooks()
                && tally.sinceFirstNanos() >= times * settings.unknownAfter().toNanos();
    }
}
