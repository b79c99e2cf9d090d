package io.lintel.access;

import io.lintel.access.challenge.ChallengeSettings;
import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.track.TrackSettings;
import io.lintel.model.EmbedderProfile;

/**
 * Every tuned number of a decision, each with its unit, reason and source where it is declared. Immutable; each part
 * checks itself.
 */
public record AccessSettings(
        TrackSettings track,
        DistanceSettings distance,
        EvidenceSettings evidence,
        ThresholdSettings threshold,
        LivenessPolicy liveness,
        VisitSettings visit,
        ChallengeSettings challenge) {

    /** The defaults with an embedder. */
    public static AccessSettings of(EmbedderProfile embedder) {
        return new AccessSettings(
                TrackSettings.DEFAULT,
                DistanceSettings.DEFAULT,
                EvidenceSettings.of(embedder),
                ThresholdSettings.of(embedder),
                LivenessPolicy.DEFAULT,
                VisitSettings.of(embedder),
                ChallengeSettings.DEFAULT);
    }

    public AccessSettings withLiveness(LivenessPolicy policy) {
        return new AccessSettings(track, distance, evidence, threshold, policy, visit, challenge);
    }

    public AccessSettings withDistance(DistanceSettings settings) {
        return new AccessSettings(track, settings, evidence, threshold, liveness, visit, challenge);
    }

    public AccessSettings withChallenge(ChallengeSettings settings) {
        return new AccessSettings(track, distance, evidence, threshold, liveness, visit, settings);
    }
}
