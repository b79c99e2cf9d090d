package io.lintel.gallery;

import io.lintel.system.PlausibleTime;
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
        if (!isStorable(from) || !isStorable(until)) {
            throw new GalleryException(
                    "The validity begins or ends in a year that is none",
                    "use the years 1900 to 9999, or leave it empty");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new GalleryException(
                    "The validity would end (" + until + ") before it begins (" + from + ")", "exchange the two");
        }
    }

    private static boolean isStorable(@Nullable Instant time) {
        return time == null || PlausibleTime.isStorable(time);
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
