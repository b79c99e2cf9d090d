package io.lintel.access;

import io.lintel.face.Embedding;

/** A face that was denied, remembered for as long as it may come back. Changed only through {@link DeniedFaces}. */
final class DeniedFace {

    private final Embedding embedding;
    private Wait wait;
    private long lastSeenNanos;

    DeniedFace(Embedding embedding, Wait wait, long now) {
        this.embedding = embedding;
        this.wait = wait;
        this.lastSeenNanos = now;
    }

    Embedding embedding() {
        return embedding;
    }

    /** The last one. */
    Wait lastWait() {
        return wait;
    }

    long lastSeenNanos() {
        return lastSeenNanos;
    }

    void deniedAgain(Wait next, long now) {
        wait = next;
        lastSeenNanos = now;
    }

    void seen(long now) {
        lastSeenNanos = now;
    }
}
