package io.lintel.admin.tuning;

import io.quarkus.qute.TemplateData;

/**
 * A place of the slider, in words.
 *
 * @param value of {@code lintel.decision.lowest-threshold}; empty for the embedder's own
 * @param threshold that follows from it at this door
 * @param strangers how often a stranger is taken for somebody enrolled
 * @param population on whom that was measured
 * @param colleagues how often somebody enrolled has to try again, by this door's own visits
 * @param standard whether it is the embedder's own
 */
@TemplateData
public record ThresholdChoice(
        String value,
        String threshold,
        String strangers,
        String population,
        String colleagues,
        boolean standard,
        boolean inForce,
        boolean chosen) {}
