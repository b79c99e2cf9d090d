package io.lintel.account;

import java.time.Duration;

/**
 * When a session ends by itself.
 *
 * @param idle after the last request
 * @param absolute after the login, however busy it is
 */
public record SessionSettings(Duration idle, Duration absolute) {

    /** OWASP Session Management Cheat Sheet: 15 to 30 minutes idle, a working day in all. */
    public static final SessionSettings DEFAULT = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12));

    public SessionSettings {
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session ends after at least 1 minute idle, and not earlier in all");
        }
    }
}
