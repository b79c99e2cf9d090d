package io.lintel.access.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The span of time for which somebody is enrolled.
 *
 * @param from first valid moment; null: since ever
 * @param until first moment that is not valid any more; null: for ever
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {

    public static final Validity UNLIMITED = new Validity(null, null);

    public Validity {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a validity from " + from + " until " + until + " is empty");
        }
    }

    public boolean hasBegun(Instant now) {
        return from == null || !now.isBefore(from);
    }

    public boolean hasEnded(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Whether the answer depends on the wall clock at all. */
    public boolean isLimited() {
        return from != null || until != null;
    }
}
