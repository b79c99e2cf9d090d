package io.lintel.door;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Locked. Remembers how the last release ended, for the opening grace and for the maximum. */
final class LockedState extends LockState {

    /**
     * A locked moment shorter than this does not count: grants on both sides of it are one release against the maximum, so
     * that no caller can keep the door open by granting again at each end. One second, by which a strike has fallen in.
     */
    static final long REST_NANOS = 1_000_000_000L;

    private final PulseLimits limits;
    private final @Nullable Release last;

    private LockedState(PulseLimits limits, @Nullable Release last) {
        this.limits = limits;
        this.last = last;
    }

    static LockedState atStart(PulseLimits limits) {
        return new LockedState(limits, null);
    }

    /** @param began when the release began that ends now; its beginning counts only for pulses */
    static LockedState after(PulseLimits limits, OptionalLong began, long ended) {
        return new LockedState(limits, new Release(began, ended));
    }

    @Override
    boolean released() {
        return false;
    }

    @Override
    LockState asked(Cause cause, long now) {
        long began = cause.origin() == Cause.Origin.REX ? now : chainBegan(now);
        return now - began >= limits.maximumNanos() ? this : PulseState.begin(limits, cause, began, now);
    }

    private long chainBegan(long now) {
        if (last == null || now - last.ended >= REST_NANOS) {
            return now;
        }
        return last.began.orElse(now);
    }

    @Override
    LockState with(PulseLimits other) {
        return new LockedState(other, last);
    }

    @Override
    boolean explainsOpening(long now) {
        return last != null && now - last.ended <= limits.openingGraceNanos();
    }

    private record Release(OptionalLong began, long ended) {}
}
