package io.lintel.door;

/** How long a leaf may stand open, in nanoseconds. */
record LeafLimits(long preAlarmNanos, long heldOpenNanos) {

    static LeafLimits of(DoorSettings settings) {
        return new LeafLimits(
                settings.preAlarm().toNanos(), settings.heldOpenAfter().toNanos());
    }
}
