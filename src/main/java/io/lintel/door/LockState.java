package io.lintel.door;

import java.util.OptionalLong;

/**
 * What the lock does. Each state only answers which state would follow, itself unless it says otherwise; {@link DoorMachine} alone moves between them.
 * Immutable. Times are nanoseconds of the {@link io.lintel.system.MonotonicClock}.
 */
abstract sealed class LockState permits LockedState, PulseState, HeldState {

    /** Whether a person can open the door now. */
    abstract boolean released();

    /**
     * Somebody may pass.
     *
     * @return this same state when it changes nothing or cannot be done
     */
    abstract LockState asked(Cause cause, long now);

    /** Grants are no longer honoured: a lock-down or an operator's lock. */
    LockState grantsRefused(long now) {
        return this;
    }

    LockState leafOpened(long now) {
        return this;
    }

    LockState leafClosed(long now) {
        return this;
    }

    /** Time has passed. */
    LockState at(long now, boolean leafOpen) {
        return this;
    }

    /** When {@link #at} would next change something. */
    OptionalLong deadline(boolean leafOpen) {
        return OptionalLong.empty();
    }

    /** The same by other limits. */
    abstract LockState with(PulseLimits other);

    /** Whether a leaf that opens now does so with a cause. */
    abstract boolean explainsOpening(long now);
}
