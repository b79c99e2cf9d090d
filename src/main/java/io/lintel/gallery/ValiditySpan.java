package io.lintel.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an enrolment counts.
 *
 * @param from inclusive; null is since always
 * @param until exclusive; null is for ever
 */
public record ValiditySpan(@Nullable Instant from, @Nullable Instant until) {

    public static final ValiditySpan UNLIMITED = new ValiditySpan(null, null);

    public ValiditySpan {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new GalleryException(
                    "The validity would end (" + until + ") before it begins (" + from + ")", "exchange the two");
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
