package io.lintel.door;

/**
 * What a person at the door would say about it (EN 60839-11-1). It follows from the lock and the leaf:
 *
 * <table>
 * <caption>lock by leaf</caption>
 * <tr><th></th><th>leaf closed</th><th>leaf open</th></tr>
 * <tr><td>lock locked</td><td>LOCKED</td><td>OPEN with a cause, FORCED_OPEN without one</td></tr>
 * <tr><td>lock released</td><td>UNLOCKED</td><td>OPEN</td></tr>
 * </table>
 * OPEN turns into HELD_OPEN after {@link DoorSettings#heldOpenAfter()}.
 */
public enum DoorState {
    LOCKED,
    UNLOCKED,
    OPEN,
    HELD_OPEN,
    FORCED_OPEN
}
