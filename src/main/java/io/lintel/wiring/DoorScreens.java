package io.lintel.wiring;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether this door has a screen: known once one has connected to the stream, until the program ends. A screen that is switched off
 * meanwhile still counts, so that the rules do not change with it. Thread-safe.
 */
@Singleton
public class DoorScreens {

    private final AtomicBoolean connected = new AtomicBoolean();

    /** A screen follows the door. @return whether it is the first one since the start */
    public boolean connect() {
        return connected.compareAndSet(false, true);
    }

    /** Whether a screen has connected since the start. */
    public boolean haveConnected() {
        return connected.get();
    }
}
