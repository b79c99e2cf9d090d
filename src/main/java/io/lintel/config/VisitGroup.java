package io.lintel.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalDouble;

/** Settings of somebody's time at the door. */
public interface VisitGroup {
    OptionalDouble farthestMetres();

    @WithDefault("2s")
    Duration leftAfter();

    @WithDefault("30s")
    Duration grantAgainAfter();

    @WithDefault("2s")
    Duration firstWait();

    @WithDefault("60s")
    Duration longestWait();

    @WithDefault("5")
    int alarmAfterTries();
}
