package io.lintel.door;

import java.util.OptionalLong;

/** Released for a grant or a request-to-exit, with a deadline of its own and the maximum behind it. */
final class PulseState extends LockState {

    private final PulseLimits limits;
    private final boolean egress;
    private final long began;
    private final long until;

    private PulseState(PulseLimits limits, boolean egress, long began, long until) {
        this.limits = limits;
        this.egress = egress;
        this.began = began;
        this.until = until;
    }

    /** @param began from when the maximum counts; before {@code now} when this continues an earlier release */
    static PulseState begin(PulseLimits limits, Cause cause, long began, long now) {
        return new PulseState(limits, isEgress(cause), began, end(limits, began, now));
    }

    @Override
    boolean released() {
        return true;
    }

    @Override
    LockState asked(Cause cause, long now) {
        return new PulseState(limits, egress || isEgress(cause), began, end(limits, began, now));
    }

    /** A person on the way out is let out. */
    @Override
    LockState grantsRefused(long now) {
        return egress ? this : locked(now);
    }

    @Override
    LockState leafOpened(long now) {
        return limits.relockOn() == RelockOn.OPEN ? locked(now) : this;
    }

    @Override
    LockState leafClosed(long now) {
        return limits.relockOn() == RelockOn.CLOSE ? locked(now) : this;
    }

    @Override
    LockState at(long now, boolean leafOpen) {
        return now - end(leafOpen) >= 0 ? locked(now) : this;
    }

    @Override
    OptionalLong deadline(boolean leafOpen) {
        return OptionalLong.of(end(leafOpen));
    }

    /** Whoever passes now has the time that they were given, but never more than the new maximum. */
    @Override
    LockState with(PulseLimits other) {
        return new PulseState(other, egress, began, began + Math.min(until - began, other.maximumNanos()));
    }

    @Override
    boolean explainsOpening(long now) {
        return true;
    }

    private long end(boolean leafOpen) {
        return leafOpen && limits.relockOn() == RelockOn.CLOSE ? began + limits.maximumNanos() : until;
    }

    private LockState locked(long now) {
        return LockedState.after(limits, OptionalLong.of(began), now);
    }

    private static long end(PulseLimits limits, long began, long now) {
        return began + Math.min(now - began + limits.pulseNanos(), limits.maximumNanos());
    }

    private static boolean isEgress(Cause cause) {
        return cause.origin() == Cause.Origin.REX;
    }
}
