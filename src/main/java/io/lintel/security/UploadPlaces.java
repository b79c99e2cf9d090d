package io.lintel.security;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Uploads take a worker thread and room on the disk as long as they last: so a few at a time, and only while there is room. Thread-safe. */
final class UploadPlaces {

    private static final int MOST = 4;

    /** What the log and the database keep for themselves: months of decisions. */
    private static final long RESERVE = 64L << 20;

    private final Semaphore places = new Semaphore(MOST);
    private final Path folder;
    private final RequestBodies.Refusal refusal;

    /** @param folder somewhere on the disk that uploads go to */
    UploadPlaces(Path folder, RequestBodies.Refusal refusal) {
        this.folder = folder;
        this.refusal = refusal;
    }

    void enter(RoutingContext context) {
        if (!hasRoom(BodyLimits.announced(context))) {
            refusal.of(context, 507, "The disk has no room for this", "make room on it, then try again");
        } else if (!places.tryAcquire()) {
            refusal.of(context, 503, "Other files are being uploaded", "try again when they are");
        } else {
            context.addEndHandler(done -> places.release());
            GuardedConnection.answering(context);
            context.next();
        }
    }

    private boolean hasRoom(long bytes) {
        try {
            return Files.getFileStore(folder).getUsableSpace() - RESERVE >= bytes;
        } catch (IOException e) {
            return true; // it could not be told; writing the file tells
        }
    }
}
