package io.lintel.admin.probe;

import io.lintel.system.ExpiringMap;
import io.lintel.system.MonotonicClock;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The faces that an answer shows, in memory only and for two minutes: long enough for the browser that got the page to ask for
 * them under a name that nobody can guess. Thread-safe.
 */
@Singleton
public class TemporaryImages {

    private final SecureRandom random = new SecureRandom();
    private final ExpiringMap<String, byte[]> jpegs =
            new ExpiringMap<>(128, Duration.ofMinutes(2), MonotonicClock.SYSTEM);

    /** @return the picture's address */
    String keep(byte[] jpeg) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String key = HexFormat.of().formatHex(name);
        jpegs.put(key, jpeg);
        return "/admin/verify/faces/" + key;
    }

    Optional<byte[]> find(String key) {
        return jpegs.find(key);
    }
}
