package io.lintel.door;

import java.util.OptionalLong;

/** Held released by a {@link DoorMode}; only the end of that mode ends it. */
final class HeldState extends LockState {

    private final PulseLimits limits;

    HeldState(PulseLimits limits) {
        this.limits = limits;
    }

    /** The mode is over. */
    LockState ended(long now) {
        return LockedState.after(limits, OptionalLong.empty(), now);
    }

    @Override
    boolean released() {
        return true;
    }

    @Override
    LockState asked(Cause cause, long now) {
        return this;
    }

    @Override
    LockState grantsRefused(long now) {
        return ended(now);
    }

    @Override
    LockState with(PulseLimits other) {
        return new HeldState(other);
    }

    @Override
    boolean explainsOpening(long now) {
        return true;
    }
}
