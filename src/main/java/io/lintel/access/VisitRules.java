package io.lintel.access;

import io.lintel.access.challenge.Challenge;
import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.challenge.InstructionDraw;
import io.lintel.access.evidence.AttackMemory;
import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.Nearness;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.pin.PinDesk;
import io.lintel.gallery.Identifier;

/** What all visits of one door share. */
record VisitRules(
        VisitSettings settings,
        EvidenceSettings evidenceSettings,
        ThresholdRule thresholds,
        Identifier identifier,
        Nearness nearness,
        VerdictRule verdicts,
        DeniedFaces deniedFaces,
        AttackMemory attacks,
        GuestBook guests,
        ChallengeSettings challengeSettings,
        InstructionDraw instructions,
        PinDesk pins) {

    Evidence newEvidence() {
        return new Evidence(evidenceSettings, thresholds, identifier, nearness, attacks);
    }

    Challenge newChallenge(double eyeDistance, long now) {
        return Challenge.begin(challengeSettings, instructions, eyeDistance, nearness.frameWidth(), now);
    }

    /** As many looks as name a person are enough to know a face again. */
    int looksToRecall() {
        return evidenceSettings.votesNeeded();
    }
}
