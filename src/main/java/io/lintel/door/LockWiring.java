package io.lintel.door;

/** Which relay level means locked. */
public enum LockWiring {
    /**
     * A relay without power is a locked door: a strike or bolt on the relay's normally-open contact. Also a magnetic lock on
     * the normally-closed contact, which opens when the lock's own supply fails but not when this program stops.
     */
    FAIL_SECURE,
    /**
     * A relay without power is an unlocked door: a magnetic lock on the normally-open contact. The door is then also
     * unlocked whenever this program is not running.
     */
    FAIL_SAFE;

    /** Returns whether the relay is energised. */
    public boolean energised(boolean released) {
        return this == FAIL_SECURE ? released : !released;
    }
}
