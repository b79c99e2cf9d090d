package io.lintel.access;

import io.lintel.access.Verdict.Admit;
import io.lintel.access.Verdict.Ignore;
import io.lintel.access.Verdict.Refuse;
import io.lintel.access.Verdict.Undecided;
import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.PersonId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From evidence to a verdict: who is it, is it clear, is the face live, may the person enter now; in this order, so that only a live
 * person learns that the hour is wrong. Holds no state.
 */
final class VerdictRule {

    private final EvidenceSettings settings;
    private final LivenessPolicy liveness;
    private final EntryRule entry;
    private final StepUpPolicy stepUp;
    private final Function<PersonId, Set<PersonId>> lookAlikes;

    /** @param lookAlikes of a person, who may be taken for each other */
    VerdictRule(
            EvidenceSettings settings,
            LivenessPolicy liveness,
            EntryRule entry,
            StepUpPolicy stepUp,
            Function<PersonId, Set<PersonId>> lookAlikes) {
        this.lookAlikes = lookAlikes;
        this.settings = settings;
        this.liveness = liveness;
        this.entry = entry;
        this.stepUp = stepUp;
    }

    Verdict judge(EvidenceSummary tally) {
        PersonId person = tally.bestPerson();
        if (person == null || !tally.identifies(settings)) {
            // A score that reaches the threshold, but neither clearly nor long enough yet, gets more time.
            if (!timeIsUp(tally, tally.reachesThreshold(settings) ? 2 : 1)) {
                return new Undecided();
            }
            boolean atTheDoor = 2 * tally.nearLooks() >= tally.looks();
            return atTheDoor ? new Refuse(DenialReason.UNKNOWN, null, "looks like nobody enrolled") : new Ignore();
        }
        // More looks may tell people apart who look alike.
        if (tally.margin() < settings.margin() && !timeIsUp(tally, 1)) {
            return new Undecided();
        }
        Recognised who = whom(tally);
        if (who == null) {
            return new Refuse(DenialReason.AMBIGUOUS, person, "looks like more than one person enrolled");
        }
        return switch (liveness.judge(tally.liveness())) {
            case LIVE -> stepUp.challenge() == ChallengeWhen.ALWAYS ? new Verdict.RequireChallenge(who) : mayEnter(who);
            case NOT_LIVE -> attack(person);
            case NO_VERDICT -> noAnswer(person);
            case UNSURE -> unsure(tally, who);
        };
    }

    /** Null where the looks name nobody, or several who are not known to look alike. */
    private @Nullable Recognised whom(EvidenceSummary tally) {
        Candidate best = tally.best();
        if (best == null || !tally.identifies(settings)) {
            return null;
        }
        if (tally.margin() >= settings.margin()) {
            return Recognised.certainly(best.person());
        }
        Candidate second = tally.runnerUp();
        Set<PersonId> alike = lookAlikes.apply(best.person());
        if (second == null || !alike.contains(second.person())) {
            return null;
        }
        // Also those who look like the second: whoever it may be has to be allowed.
        Set<PersonId> all = new HashSet<>(alike);
        all.addAll(lookAlikes.apply(second.person()));
        all.add(best.person());
        return new Recognised(best.person(), all);
    }

    private Verdict unsure(EvidenceSummary tally, Recognised who) {
        if (stepUp.challenge() != ChallengeWhen.NEVER && timeIsUp(tally, 1)) {
            return new Verdict.RequireChallenge(who);
        }
        // Twice the time: looks that come and go must end somewhere too.
        if (!timeIsUp(tally, 2)) {
            return new Undecided();
        }
        return tally.liveness().isMostlyUnanswered()
                ? noAnswer(who.person())
                : new Refuse(DenialReason.SPOOF, who.person(), "attack suspected: could not be shown to be live");
    }

    /** The instructions were followed: the face must be the one of before, and must not have turned out to be a picture. */
    Verdict afterChallenge(EvidenceSummary tally, Recognised before) {
        Recognised now = whom(tally);
        if (now == null || !now.overlaps(before)) {
            return new Undecided();
        }
        Verdict doubt = doubts(tally, now.person());
        return doubt == null ? mayEnter(now) : doubt;
    }

    /** The PIN of a person was right: the same holds. */
    Verdict afterPin(EvidenceSummary tally, PersonId person) {
        Recognised now = whom(tally);
        if (now == null || !now.all().contains(person)) {
            return new Undecided();
        }
        Verdict doubt = doubts(tally, person);
        return doubt == null ? admitUnlessRefused(person) : doubt;
    }

    private @Nullable Verdict doubts(EvidenceSummary tally, PersonId person) {
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
        return new Refuse(DenialReason.NO_LIVENESS, person, "no answer whether the face is live");
    }

    private Verdict mayEnter(Recognised who) {
        if (!who.isCertain()) {
            return oneOf(who);
        }
        Verdict verdict = admitUnlessRefused(who.person());
        return verdict instanceof Admit && stepUp.needsPin(who.person()) ? new Verdict.AskPin(who) : verdict;
    }

    /** Nobody is let in as somebody else: all may enter, or a PIN tells who it is. */
    private Verdict oneOf(Recognised who) {
        EntryRule.Refusal shut = entry.keptOut();
        if (shut != null) {
            return new Refuse(shut.reason(), null, shut.detail());
        }
        boolean allHavePins = who.all().stream().allMatch(stepUp::needsPin);
        if (allHavePins) {
            return new Verdict.AskPin(who);
        }
        if (who.all().stream().anyMatch(person -> entry.refuses(person) != null)) {
            return new Refuse(
                    DenialReason.AMBIGUOUS,
                    who.person(),
                    "looks like people who resemble each other, and not all of them may enter now");
        }
        return who.all().stream().anyMatch(stepUp::needsPin)
                ? new Refuse(
                        DenialReason.AMBIGUOUS,
                        who.person(),
                        "looks like people who resemble each other, and not all of them have a PIN")
                : new Admit(who);
    }

    private Verdict admitUnlessRefused(PersonId person) {
        EntryRule.Refusal refusal = entry.refuses(person);
        return refusal == null
                ? new Admit(Recognised.certainly(person))
                : new Refuse(refusal.reason(), person, refusal.detail());
    }

    private boolean timeIsUp(EvidenceSummary tally, int times) {
        return tally.looks() >= times * settings.unknownLooks()
                && tally.sinceFirstNanos() >= times * settings.unknownAfter().toNanos();
    }
}
