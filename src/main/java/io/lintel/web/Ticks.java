package io.lintel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;

/** The beat of an event stream. */
public final class Ticks {

    private Ticks() {}

    /** Numbers from 0, one for each period, on a worker thread, where a look at the database may block; a slow reader leaves some out. */
    public static Multi<Long> every(Duration period) {
        return Multi.createFrom()
                .ticks()
                .every(period)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1);
    }
}
