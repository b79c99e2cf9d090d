package io.lintel.evaluation.pad;

import io.lintel.access.AccessSettings;
import io.lintel.access.evidence.LivenessPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How attack detection is measured.
 *
 * @param settings of the door whose rules decide
 * @param stride frames from one starting point of a clip to the next, 1 or more
 * @param leastSeconds of a clip that a starting point leaves, 0 or more
 * @param scores file for the scores of each frame; null for none
 */
public record PadOptions(
        AccessSettings settings,
        int stride,
        double leastSeconds,
        @Nullable Path scores) {

    private static final double MIDDLE = 0.5;

    public PadOptions {
        if (stride < 1 || !(leastSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "stride must be 1 or more and leastSeconds 0 or more, not " + stride + " and " + leastSeconds);
        }
    }

    /** The liveness level in force at that door. */
    double level() {
        return settings.liveness() instanceof LivenessPolicy.Required required ? required.level() : MIDDLE;
    }
}
