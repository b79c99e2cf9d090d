package io.lintel.access;

import java.time.Duration;

/**
 * How one visit becomes one decision, and how long somebody denied has to wait.
 *
 * @param continuity cosine to the track's moving mean below which the face has become another one. On NUAA none of 3,714
 *     successive looks falls below 0.68 and none of 60,130 swaps reaches 0.54
 * @param spotCheck how often the face of a track that was decided is embedded again, to notice a swap
 * @param absence somebody not seen for this long has left; coming back is a new visit
 * @param grantAgainAfter somebody let in who is still there may be let in again after this (he missed the pulse)
 * @param firstWait how long a face waits after its first denial; doubles with each further one. Short, because the common
 *     case is an enrolled person who looked badly
 * @param longestWait where doubling ends
 * @param enrolledWait the most that a denial of a face like an enrolled person's (a photo, wrong hour) makes a new track with that face wait:
 *     else a photo would lock out its owner. Short: what is remembered of the photo's liveness keeps it out
 * @param lockOutAfter from which failed try on a face that comes back is told that it is locked out, and an alarm is raised.
 *     Five, then 30 s: NIST SP 800-63B, applied to the face and not to the door, because at a 1:N door a global lock-out lets any stranger
 *     shut everybody out
 * @param rememberFor how long a denied face is remembered after it was last seen
 * @param sameFace cosine from which a new track's face is taken for a remembered denied one. 0.6: on NUAA 99.8 % of the same
 *     people's clips, no other's
 * @param lowQualityAfter how long somebody stands near without a usable picture before he is told
 */
public record VisitSettings(
        double continuity,
        Duration spotCheck,
        Duration absence,
        Duration grantAgainAfter,
        Duration firstWait,
        Duration longestWait,
        Duration enrolledWait,
        int lockOutAfter,
        Duration rememberFor,
        double sameFace,
        Duration lowQualityAfter) {

    public static final VisitSettings DEFAULT = new VisitSettings(
            0.55,
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            5,
            Duration.ofMinutes(10),
            0.6,
            Duration.ofSeconds(4));

    public VisitSettings {
        if (!(continuity > -1 && continuity < 1) || !(sameFace > 0 && sameFace < 1)) {
            throw new IllegalArgumentException(
                    "continuity and sameFace are cosines, not " + continuity + " and " + sameFace);
        }
        for (Duration each : new Duration[] {
            spotCheck, absence, grantAgainAfter, firstWait, longestWait, enrolledWait, rememberFor, lowQualityAfter
        }) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("durations of a visit must be positive, not " + each);
            }
        }
        if (longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("longestWait must not be shorter than firstWait");
        }
        if (lockOutAfter < 1) {
            throw new IllegalArgumentException("lockOutAfter must be 1 or more, not " + lockOutAfter);
        }
    }

    /** How long to wait after so many failed tries: doubles, up to a limit. @param tries 1 or more */
    public Duration waitAfter(int tries) {
        Duration wait = firstWait;
        for (int i = 1; i < tries && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
