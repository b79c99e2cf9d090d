package io.lintel.access;

import io.lintel.access.challenge.Challenge;
import io.lintel.access.challenge.ChallengeState;
import io.lintel.access.challenge.Gesture;
import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Following instructions, then being recognised once more. */
final class ChallengedState extends VisitState {

    private final VisitRules rules;
    private final Recognised who;
    private final Challenge challenge;
    private final List<String> proofs;
    private boolean passed;
    private long passedNanos;

    /** @param proofs receives how the challenge went */
    ChallengedState(VisitRules rules, Recognised who, Challenge challenge, List<String> proofs) {
        this.rules = rules;
        this.who = who;
        this.challenge = challenge;
        this.proofs = proofs;
    }

    @Override
    boolean isDeciding() {
        return true;
    }

    @Override
    Wait.What tried() {
        return Wait.What.CHALLENGE;
    }

    @Override
    void sighted(Face face, long now) {
        challenge.see(Gesture.of(face, now));
    }

    @Override
    Verdict judge(@Nullable EvidenceSummary summary, long now) {
        challenge.timePasses(now);
        return switch (challenge.state()) {
            case ChallengeState.Failed(String why) -> {
                proofs.add(challenge.describe());
                yield new Verdict.Refuse(DenialReason.SPOOF, who.person(), "challenge: " + why);
            }
            case ChallengeState.Passed done -> afterwards(summary, now);
            case ChallengeState.Settling settling -> new Verdict.Undecided();
            case ChallengeState.Asked step -> new Verdict.Undecided();
        };
    }

    private Verdict afterwards(@Nullable EvidenceSummary summary, long now) {
        if (!passed) {
            proofs.add(challenge.describe());
            passed = true;
            passedNanos = now;
        }
        Verdict verdict =
                summary == null ? new Verdict.Undecided() : rules.verdicts().afterChallenge(summary, who);
        boolean lost = verdict instanceof Verdict.Undecided && now - passedNanos > RECOGNISED_AGAIN;
        return lost
                ? new Verdict.Refuse(DenialReason.SPOOF, who.person(), "not recognised any more after the challenge")
                : verdict;
    }

    @Override
    Verdict.Refuse left() {
        if (!passed) {
            proofs.add(challenge.describe());
        }
        return new Verdict.Refuse(DenialReason.SPOOF, who.person(), "left during the challenge");
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return new DoorScreenMessage.Asked(challenge.instruction());
    }
}
