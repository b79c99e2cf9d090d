package io.lintel.access;

import io.lintel.access.evidence.Evidence;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.access.evidence.Nearness;
import io.lintel.access.evidence.ThresholdRule;
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
        GuestBook guests) {

    Evidence newEvidence() {
        return new Evidence(evidenceSettings, thresholds, identifier, nearness);
    }

    /** As many looks as name a person are enough to know a face again. */
    int looksToRecall() {
        return evidenceSettings.votesNeeded();
    }
}
