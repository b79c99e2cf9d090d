package io.lintel.access;

import io.lintel.face.Embedding;

/** A face that was denied, remembered for as long as it may come back. Changed only through {@link DeniedFaces}. */
final class DeniedFace {

    private final Embedding embedding;
    private int tries;
    private DenialReason reason;
    private long untilNanos;
    private long lastSeenNanos;

    DeniedFace(Embedding embedding, int tries, DenialReason reason, long untilNanos, long now) {
        this.embedding = embedding;
        this.tries = tries;
        this.reason = reason;
        this.untilNanos = untilNanos;
        this.lastSeenNanos = now;
    }

    Embedding embedding() {
        return embedding;
    }

    int tries() {
        return tries;
    }

    DenialReason reason() {
        return reason;
    }

    long untilNanos() {
        return untilNanos;
    }

    long lastSeenNanos() {
        return lastSeenNanos;
    }

    void deniedAgain(int afterTries, DenialReason because, long until, long now) {
        tries = afterTries;
        reason = because;
        untilNanos = until;
        lastSeenNanos = now;
    }

    void seen(long now) {
        lastSeenNanos = now;
    }
}
