package io.lintel.access.evidence;

import java.time.Duration;

/**
 * Evidence of an attack with one person's face, as of its last answer. Immutable.
 *
 * @param nats evidence of an attack then, 0 or more
 * @param answeredNanos when the last answer was given
 */
record RememberedAttack(double nats, long answeredNanos) {

    /** What is left of the evidence, nats: it halves with each half-life. */
    double nats(long now, Duration halfLife) {
        double halfLives = Math.max(0, now - answeredNanos) / (double) halfLife.toNanos();
        return nats * Math.pow(2, -halfLives);
    }
}
