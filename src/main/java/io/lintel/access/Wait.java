package io.lintel.access;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.TimeFormat;
import io.lintel.system.PlausibleTime;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Why, and until when at the latest, nothing is decided about a face. {@link WaitRule} makes waits and says when one is over. Immutable.
 *
 * @param what which tries failed
 * @param reason of the denial that it follows
 * @param person whom the face was taken for; null when for nobody
 * @param tries failed ones so far
 * @param sinceNanos {@link io.lintel.system.MonotonicClock}
 * @param untilNanos the same
 * @param until the same by the wall clock as it was at the wait's begin
 */
public record Wait(
        What what,
        DenialReason reason,
        @Nullable PersonId person,
        int tries,
        long sinceNanos,
        long untilNanos,
        Instant until) {

    /** Which tries failed. */
    public enum What {
        FACE("failed try", "failed tries"),
        CHALLENGE("failed try", "failed tries"),
        PIN("wrong PIN", "wrong PINs");

        private final String one;
        private final String many;

        What(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    /** Such as {@code has to wait until 22:01:20 after 6 failed tries}. */
    public String sentence(ZoneId zone) {
        String end = PlausibleTime.isPlausible(until)
                ? "until " + TimeFormat.seconds(until, zone)
                : "for " + seconds() + " s";
        return "has to wait " + end + " after " + tries + " " + (tries == 1 ? what.one : what.many);
    }

    /** Its whole length. */
    long seconds() {
        return Math.round((untilNanos - sinceNanos) / 1e9);
    }
}
