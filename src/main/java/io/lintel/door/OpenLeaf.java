package io.lintel.door;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Open with a cause. Its time runs unless a mode holds the door unlocked. */
final class OpenLeaf extends LeafState {

    private final LeafLimits limits;
    private final OptionalLong since;
    private final boolean warned;

    private OpenLeaf(LeafLimits limits, OptionalLong since, boolean warned) {
        this.limits = limits;
        this.since = since;
        this.warned = warned;
    }

    static OpenLeaf timed(LeafLimits limits, long now) {
        return new OpenLeaf(limits, OptionalLong.of(now), false);
    }

    static OpenLeaf untimed(LeafLimits limits) {
        return new OpenLeaf(limits, OptionalLong.empty(), false);
    }

    @Override
    boolean isOpen() {
        return true;
    }

    @Override
    DoorState door(boolean released) {
        return DoorState.OPEN;
    }

    @Override
    @Nullable
    Alarm alarm() {
        return warned ? Alarm.HELD_OPEN_SOON : null;
    }

    @Override
    LeafState passing(long now) {
        return since.isPresent() ? timed(limits, now) : this;
    }

    @Override
    LeafState holdBegins() {
        return untimed(limits);
    }

    @Override
    LeafState holdEnds(long now) {
        return timed(limits, now);
    }

    @Override
    LeafState at(long now) {
        OptionalLong deadline = deadline();
        if (deadline.isEmpty() || now - deadline.getAsLong() < 0) {
            return this;
        }
        return warned ? new HeldOpenLeaf(limits) : new OpenLeaf(limits, since, true);
    }

    @Override
    OptionalLong deadline() {
        return since.isEmpty()
                ? since
                : OptionalLong.of(since.getAsLong() + (warned ? limits.heldOpenNanos() : limits.preAlarmNanos()));
    }
}
