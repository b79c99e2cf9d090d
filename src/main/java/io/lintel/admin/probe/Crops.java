package io.lintel.admin.probe;

import io.lintel.system.MonotonicClock;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The faces that an answer shows, in memory only and for two minutes: long enough for the browser that got the page to ask for
 * them under a name that nobody can guess. Thread-safe.
 */
@Singleton
public class Crops {

    private static final int MOST = 128;
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Crop> crops = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Crop> eldest) {
            return size() > MOST || isOld(eldest.getValue());
        }
    };

    /** @return the picture's address */
    synchronized String keep(byte[] jpeg) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String key = HexFormat.of().formatHex(name);
        crops.put(key, new Crop(jpeg, MonotonicClock.SYSTEM.nanos()));
        return "/admin/verify/faces/" + key;
    }

    synchronized Optional<byte[]> take(String key) {
        crops.values().removeIf(Crops::isOld);
        return Optional.ofNullable(crops.get(key)).map(Crop::jpeg);
    }

    private static boolean isOld(Crop crop) {
        return MonotonicClock.SYSTEM.nanos() - crop.since() > KEPT.toNanos();
    }

    private record Crop(byte[] jpeg, long since) {}
}
