package io.lintel.admin.page;

import io.lintel.system.ExpiringMap;
import io.lintel.system.MonotonicClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What the next page of a session is to say, kept over the redirect after a form. Thread-safe, bounded. */
@Singleton
class FlashMessages {

    private final ExpiringMap<Long, FlashMessage> bySession =
            new ExpiringMap<>(256, Duration.ofMinutes(10), MonotonicClock.SYSTEM);

    void leave(long session, FlashMessage notice) {
        bySession.put(session, notice);
    }

    Optional<FlashMessage> take(long session) {
        return bySession.remove(session);
    }
}
