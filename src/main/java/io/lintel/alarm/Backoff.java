package io.lintel.alarm;

import java.time.Duration;

/** How long to wait before the next attempt: doubles from one second to five minutes. Not thread-safe. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration next = FIRST;

    /** After a failure. */
    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
        return now;
    }

    /** After a success. */
    void reset() {
        next = FIRST;
    }
}
