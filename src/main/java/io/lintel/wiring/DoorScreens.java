package io.lintel.wiring;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Which door screens follow the door, and whether one has done so since the start. Only those count that may: of this machine, or paired. A
 * screen that is switched off meanwhile still counts for {@link #haveConnected}, so that the rules do not change with it. Thread-safe.
 */
@Singleton
public class DoorScreens {

    private final Map<String, Integer> streams = new HashMap<>();
    private boolean connected;

    /** A screen follows the door. @return whether it is the first one since the start */
    public synchronized boolean connect(String screen) {
        streams.merge(screen, 1, Integer::sum);
        boolean first = !connected;
        connected = true;
        return first;
    }

    /** One of a screen's streams has ended. */
    public synchronized void disconnect(String screen) {
        streams.computeIfPresent(screen, (same, open) -> open > 1 ? open - 1 : null);
    }

    /** Whether this screen follows the door now. */
    public synchronized boolean isConnected(String screen) {
        return streams.containsKey(screen);
    }

    /** Whether a screen has connected since the start. */
    public synchronized boolean haveConnected() {
        return connected;
    }
}
