package io.lintel.access;

import io.lintel.access.challenge.Challenge;
import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.challenge.InstructionGenerator;
import io.lintel.access.evidence.AttackMemory;
import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Proximity;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.pin.PinEntry;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identifier;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What all visits of one door share. */
record VisitRules(
        VisitSettings settings,
        EvidenceSettings evidenceSettings,
        ThresholdRule thresholds,
        Identifier identifier,
        Proximity proximity,
        VerdictRule verdicts,
        EntryRule entry,
        WaitRule waits,
        DeniedFaces deniedFaces,
        AttackMemory attacks,
        RecentGrants recentGrants,
        ChallengeSettings challengeSettings,
        InstructionGenerator instructions,
        PinEntry pins,
        MonotonicClock clock,
        Explanation.Rules inForce) {

    static VisitRules of(AccessSettings settings, VisitCollaborators with) {
        return of(
                settings,
                with,
                new DeniedFaces(settings.visit()),
                new AttackMemory(settings.liveness().test()),
                new RecentGrants(settings.visit()));
    }

    /** By other numbers. What is remembered of earlier visits stays, unless the numbers change by which it is kept. */
    VisitRules changedTo(AccessSettings next, VisitCollaborators with) {
        boolean sameVisit = next.visit().equals(settings);
        return of(
                next,
                with,
                sameVisit ? deniedFaces : new DeniedFaces(next.visit()),
                next.liveness().test().equals(liveness().test())
                        ? attacks
                        : new AttackMemory(next.liveness().test()),
                sameVisit ? recentGrants : new RecentGrants(next.visit()));
    }

    private static VisitRules of(
            AccessSettings settings,
            VisitCollaborators with,
            DeniedFaces deniedFaces,
            AttackMemory attacks,
            RecentGrants recentGrants) {
        return new VisitRules(
                settings.visit(),
                settings.evidence(),
                new ThresholdRule(with.table(), settings.threshold()),
                with.identifier(),
                new Proximity(settings.evidence(), settings.distance()),
                new VerdictRule(
                        settings.evidence(),
                        settings.liveness(),
                        with.entry(),
                        with.stepUp(),
                        with.identifier()::lookAlikes),
                with.entry(),
                new WaitRule(settings, with.entry(), with.stepUp()),
                deniedFaces,
                attacks,
                recentGrants,
                settings.challenge(),
                new InstructionGenerator(settings.challenge(), with.random()),
                with.pins(),
                with.clock(),
                new Explanation.Rules(settings.evidence().margin(), settings.liveness(), with.modelIds()));
    }

    LivenessPolicy liveness() {
        return inForce.liveness();
    }

    Evidence newEvidence() {
        return new Evidence(evidenceSettings, thresholds, identifier, proximity, attacks);
    }

    /** @param quality of the face that is to follow the instructions; null when it was never measured */
    Challenge newChallenge(@Nullable FaceQuality quality, long now) {
        double eyeDistance = quality == null ? 0 : quality.interOcularPixels();
        return Challenge.begin(challengeSettings, instructions, eyeDistance, proximity.frameWidth(), now);
    }

    /** How often a face is looked at about which nothing is to be decided; in time for each answer about liveness where that may end a wait. */
    Duration spotCheck(VisitState state) {
        return state.isWatching() ? liveness().test().longestStep() : settings.spotCheck();
    }

    /** As many samples as name a person are enough to know a face again. */
    int looksToRecall() {
        return evidenceSettings.votesNeeded();
    }
}
