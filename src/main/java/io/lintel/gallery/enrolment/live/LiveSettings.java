package io.lintel.gallery.enrolment.live;

import io.lintel.gallery.enrolment.EnrolmentSettings;
import java.time.Duration;

/**
 * How long a live enrolment may last, and what it asks for.
 *
 * @param leastLiveness below it a face is taken for a picture of one; 0 where that is not to be looked at
 * @param patience without one more shot for so long, it ends
 * @param unwatched nobody has asked for its state for so long: the page was closed, it ends
 */
public record LiveSettings(EnrolmentSettings enrolment, double leastLiveness, Duration patience, Duration unwatched) {

    public static LiveSettings of(EnrolmentSettings enrolment, double leastLiveness) {
        return new LiveSettings(enrolment, leastLiveness, Duration.ofMinutes(2), Duration.ofSeconds(20));
    }
}
