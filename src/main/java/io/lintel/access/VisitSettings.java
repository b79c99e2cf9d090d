package io.lintel.access;

import io.lintel.model.EmbedderProfile;
import io.lintel.system.ExponentialBackoff;
import java.time.Duration;

/**
 * How one visit becomes one decision, and how long somebody denied has to wait.
 *
 * @param continuity cosine to the track's moving mean below which the face has become another one; the embedder's own
 * @param spotCheck how often the face of a track that was decided is embedded again, to notice a swap
 * @param absence somebody not seen for this long has left; coming back is a new visit
 * @param grantAgainAfter somebody let in who is still there may be let in again after this (they missed the pulse)
 * @param firstWait how long a face waits after its first denial; doubles with each further one. Short, because the common
 *     case is an enrolled person who looked badly
 * @param longestWait where doubling ends
 * @param lockOutAfter at which failed try of one face, and each so many further ones, an alarm is raised.
 *     Five, then 30 s: NIST SP 800-63B, applied to the face and not to the door, because at a 1:N door a global lock-out lets any stranger
 *     shut everybody out
 * @param rememberFor how long a denied face is remembered after it was last seen
 * @param sameFace cosine from which a new track's face is taken for a remembered denied one; the embedder's own
 * @param lowQualityAfter how long somebody stands near without a usable picture before the screen says so
 */
public record VisitSettings(
        double continuity,
        Duration spotCheck,
        Duration absence,
        Duration grantAgainAfter,
        Duration firstWait,
        Duration longestWait,
        int lockOutAfter,
        Duration rememberFor,
        double sameFace,
        Duration lowQualityAfter) {

    /** The defaults with an embedder. */
    public static VisitSettings of(EmbedderProfile embedder) {
        return new VisitSettings(
                embedder.continuity(),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                5,
                Duration.ofMinutes(10),
                embedder.sameFace(),
                Duration.ofSeconds(4));
    }

    public VisitSettings {
        if (!(continuity > -1 && continuity < 1) || !(sameFace > 0 && sameFace < 1)) {
            throw new IllegalArgumentException(
                    "continuity and sameFace are cosines, not " + continuity + " and " + sameFace);
        }
        for (Duration each : new Duration[] {
            spotCheck, absence, grantAgainAfter, firstWait, longestWait, rememberFor, lowQualityAfter
        }) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException(
                        "lintel.visit: left-after, grant-again-after, first-wait and longest-wait must be above 0, one"
                                + " is "
                                + each);
            }
        }
        if (longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "lintel.visit.longest-wait must not be shorter than lintel.visit.first-wait");
        }
        if (lockOutAfter < 1) {
            throw new IllegalArgumentException(
                    "lintel.visit.alarm-after-tries must be 1 or more, it is " + lockOutAfter);
        }
    }

    /** How long to wait after so many failed tries. @param tries 1 or more */
    public Duration waitAfter(int tries) {
        return new ExponentialBackoff(firstWait, longestWait).after(tries);
    }
}
