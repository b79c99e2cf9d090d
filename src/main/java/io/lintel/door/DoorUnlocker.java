package io.lintel.door;

/** What other packages may ask of the door. Thread-safe; never blocks for longer than a relay write. */
public interface DoorUnlocker {

    /**
     * Unlocks for one pulse. The caller has made the audit row of the grant durable before.
     *
     * @param cause goes into the audit log, for example {@code "decision 4711"}
     * @return false when the door refuses, for example in lock-down
     */
    boolean unlockOnce(String cause);
}
