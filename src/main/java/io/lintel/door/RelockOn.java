package io.lintel.door;

/** What ends a pulse before its time; without a door sensor only the time does. */
public enum RelockOn {
    /** The leaf opens: nobody can follow on the same grant. For strikes, latches and magnetic locks. */
    OPEN,
    /**
     * The leaf closes again; while it stands open the pulse goes on, at the longest to the maximum. For motor bolts, which
     * must not run out while the leaf is open.
     */
    CLOSE
}
