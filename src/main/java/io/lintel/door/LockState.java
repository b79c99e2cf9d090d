package io.lintel.door;

import java.util.OptionalLong;

/**
 * What the lock does. Each state only answers which state would follow; {@link DoorMachine} alone moves between them.
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
    abstract LockState grantsRefused(long now);

    abstract LockState leafOpened(long now);

    abstract LockState leafClosed(long now);

    /** Time has passed. */
    abstract LockState at(long now, boolean leafOpen);

    /** When {@link #at} would next change something. */
    abstract OptionalLong deadline(boolean leafOpen);

    /** Whether a leaf that opens now does so with a cause. */
    abstract boolean explainsOpening(long now);
}
