package io.lintel.door;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the door sensor makes of the leaf. Each state only answers which state would follow, itself unless it says otherwise; {@link DoorMachine} alone moves
 * between them. Immutable. Times are nanoseconds of the {@link io.lintel.system.MonotonicClock}.
 */
abstract sealed class LeafState permits ClosedLeaf, OpenLeaf, HeldOpenLeaf, ForcedOpenLeaf {

    abstract boolean isOpen();

    /** The door's state, given whether its lock is released. */
    abstract DoorState door(boolean released);

    /** What somebody must look at, if anything. */
    abstract @Nullable Alarm alarm();

    /** Somebody may pass: a leaf that is open may stay so for another while. */
    LeafState passing(long now) {
        return this;
    }

    /** A mode holds the door unlocked from now on: it may stand open. */
    LeafState holdBegins() {
        return this;
    }

    /** The mode is over. */
    LeafState holdEnds(long now) {
        return this;
    }

    /** Time has passed; moves by one step at most. */
    LeafState at(long now) {
        return this;
    }

    /** When {@link #at} would next change something. */
    OptionalLong deadline() {
        return OptionalLong.empty();
    }
}
