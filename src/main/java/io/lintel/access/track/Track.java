package io.lintel.access.track;

import io.lintel.face.BoundingBox;

/** One face followed over frames. Changed only by its {@link Tracker}; not thread-safe. */
public final class Track {

    private final long id;
    private final long firstSeenNanos;
    private BoundingBox box;
    private long lastSeenNanos;

    Track(long id, BoundingBox box, long now) {
        this.id = id;
        this.box = box;
        this.firstSeenNanos = now;
        this.lastSeenNanos = now;
    }

    /** Counts from 1; never given twice by one tracker. */
    public long id() {
        return id;
    }

    /** Where the face was last. */
    public BoundingBox box() {
        return box;
    }

    public long firstSeenNanos() {
        return firstSeenNanos;
    }

    public long lastSeenNanos() {
        return lastSeenNanos;
    }

    void seen(BoundingBox at, long now) {
        box = at;
        lastSeenNanos = now;
    }

    @Override
    public String toString() {
        return "track " + id;
    }
}
