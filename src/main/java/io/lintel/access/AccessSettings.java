package io.lintel.access;

import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.track.TrackSettings;

/**
 * Every tuned number of a decision, each with its unit, reason and source where it is declared. Immutable; each part
 * checks itself.
 */
public record AccessSettings(
        TrackSettings track,
        EvidenceSettings evidence,
        ThresholdSettings threshold,
        LivenessPolicy liveness,
        VisitSettings visit,
        ChallengeSettings challenge) {

    public static final AccessSettings DEFAULT = new AccessSettings(
            TrackSettings.DEFAULT,
            EvidenceSettings.DEFAULT,
            ThresholdSettings.DEFAULT,
            LivenessPolicy.DEFAULT,
            VisitSettings.DEFAULT,
            ChallengeSettings.DEFAULT);

    public AccessSettings withLiveness(LivenessPolicy policy) {
        return new AccessSettings(track, evidence, threshold, policy, visit, challenge);
    }

    public AccessSettings withChallenge(ChallengeSettings settings) {
        return new AccessSettings(track, evidence, threshold, liveness, visit, settings);
    }

    public AccessSettings withThreshold(ThresholdSettings settings) {
        return new AccessSettings(track, evidence, settings, liveness, visit, challenge);
    }
}
