package io.lintel.door;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Closed, or without a sensor. A leaf that falls shut bounces, and its magnet contact with it, for a few tenths of a second: longer
 * than any debounce that would still tell a true opening in time. An opening right after a closing therefore counts only when it
 * lasts.
 */
final class ClosedLeaf extends LeafState {

    /** Nothing moved for this long: the leaf is at rest, and an opening from then on is told at once. */
    static final long QUIET_NANOS = 1_000_000_000L;

    /** An opening that lasts this long is none of the contact's chatter. */
    static final long LONGEST_CHATTER_NANOS = 500_000_000L;

    /** From the closing on: somebody who rattles at the leaf cannot extend the time in which it may. */
    static final long LONGEST_SETTLING_NANOS = 3_000_000_000L;

    private final OptionalLong closed;
    private final long lastMove;
    private final OptionalLong chatterSince;

    private ClosedLeaf(OptionalLong closed, long lastMove, OptionalLong chatterSince) {
        this.closed = closed;
        this.lastMove = lastMove;
        this.chatterSince = chatterSince;
    }

    /** Found closed. */
    static ClosedLeaf atRest() {
        return new ClosedLeaf(OptionalLong.empty(), 0, OptionalLong.empty());
    }

    /** Has just fallen shut. */
    static ClosedLeaf shut(long now) {
        return new ClosedLeaf(OptionalLong.of(now), now, OptionalLong.empty());
    }

    /** Whether an opening may still be the contact's chatter. */
    boolean settles(long now) {
        return closed.isPresent() && now - lastMove < QUIET_NANOS && now - closed.getAsLong() < LONGEST_SETTLING_NANOS;
    }

    /** The contact says open; whether it is, its next word or {@link #opensForGood} shows. */
    ClosedLeaf contactOpens(long now) {
        return chatterSince.isPresent() ? this : new ClosedLeaf(closed, now, OptionalLong.of(now));
    }

    /** The contact says closed. */
    ClosedLeaf contactCloses(long now) {
        return chatterSince.isEmpty() ? this : new ClosedLeaf(closed, now, OptionalLong.empty());
    }

    /** Whether the contact has said open for too long to be chatter. */
    boolean opensForGood(long now) {
        return chatterSince.isPresent() && now - chatterSince.getAsLong() >= LONGEST_CHATTER_NANOS;
    }

    @Override
    boolean isOpen() {
        return false;
    }

    @Override
    DoorState door(boolean released) {
        return released ? DoorState.UNLOCKED : DoorState.LOCKED;
    }

    @Override
    @Nullable
    Alarm alarm() {
        return null;
    }

    @Override
    OptionalLong deadline() {
        return chatterSince.isEmpty()
                ? chatterSince
                : OptionalLong.of(chatterSince.getAsLong() + LONGEST_CHATTER_NANOS);
    }
}
