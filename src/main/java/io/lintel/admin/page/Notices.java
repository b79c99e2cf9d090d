package io.lintel.admin.page;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the next page of a session is to say, kept over the redirect after a form. Thread-safe, bounded. */
@Singleton
class Notices {

    private static final int MOST = 256;

    private final Map<Long, Notice> bySession = new LinkedHashMap<>();

    synchronized void leave(long session, Notice notice) {
        if (bySession.size() >= MOST) {
            bySession.remove(bySession.keySet().iterator().next());
        }
        bySession.put(session, notice);
    }

    synchronized Optional<Notice> take(long session) {
        return Optional.ofNullable(bySession.remove(session));
    }
}
