package io.lintel.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code lintel.log}: how long the audit log and its pictures are kept. {@code config/lintel.properties} explains each. */
public interface LogGroup {
    @WithDefault("365d")
    Duration keep();

    @WithDefault("false")
    boolean snapshots();

    @WithDefault("30d")
    Duration snapshotsKeep();

    @WithDefault("5000")
    int snapshotsMaxCount();

    @WithDefault("300")
    int snapshotsMegabytes();
}
