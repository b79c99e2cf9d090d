package io.lintel.access;

import io.lintel.access.evidence.ThresholdTable;
import io.lintel.access.pin.PinEntry;
import io.lintel.gallery.Identifier;
import io.lintel.system.MonotonicClock;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * What visits ask.
 *
 * @param table the embedder's false match rates
 * @param identifier the gallery
 * @param entry who may enter when
 * @param modelIds names of the models in use, for explanations
 * @param stepUp what is asked for beyond a live face
 * @param random draws the instructions of challenges; a {@link SecureRandom} at a door
 */
public record VisitCollaborators(
        ThresholdTable table,
        Identifier identifier,
        EntryRule entry,
        MonotonicClock clock,
        String modelIds,
        StepUpPolicy stepUp,
        PinEntry pins,
        RandomGenerator random) {

    /** Those of a door that asks for nothing beyond a live face. */
    public static VisitCollaborators of(
            ThresholdTable table, Identifier identifier, EntryRule entry, MonotonicClock clock, String modelIds) {
        return new VisitCollaborators(
                table, identifier, entry, clock, modelIds, StepUpPolicy.NONE, PinEntry.none(), new SecureRandom());
    }

    /** The same with a challenge or a PIN. */
    public VisitCollaborators with(StepUpPolicy policy, PinEntry pad, RandomGenerator generator) {
        return new VisitCollaborators(table, identifier, entry, clock, modelIds, policy, pad, generator);
    }
}
