package io.lintel.door;

/**
 * What an operator, the schedule and the pages may ask of the door beyond one unlock. Thread-safe; never blocks for longer than
 * a relay write. Each method says false when the door refuses or does not answer.
 */
public interface DoorControl extends DoorUnlocker {

    /**
     * One pulse for an operator.
     *
     * @param operator who, for the audit log
     */
    boolean openOnce(String operator);

    /** {@link OperatorOrder#UNLOCK} holds the door unlocked, LOCK keeps it locked, RELEASE ends either. */
    boolean order(OperatorOrder order, String operator);

    /**
     * The schedule's wish, told at each change of it.
     *
     * @param which the schedule's name, for the audit log
     */
    boolean schedule(boolean unlocked, String which);

    /**
     * Begins or ends the emergency lock.
     *
     * @param by who, for the audit log
     */
    boolean lockDown(boolean on, String by);

    /** The door as it is now; never waits. */
    DoorStatus status();
}
