package io.lintel.audit;

import java.time.Duration;

/**
 * How many pictures are kept.
 *
 * @param age how long one is kept
 * @param most how many
 * @param bytes how much of the disk they may take
 */
public record SnapshotLimits(Duration age, int most, long bytes) {

    public SnapshotLimits {
        if (!age.isPositive() || most < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "lintel.log.snapshots-keep, lintel.log.snapshots-max-count and lintel.log.snapshots-megabytes must be above 0");
        }
    }
}
