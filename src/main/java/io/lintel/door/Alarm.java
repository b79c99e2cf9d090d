package io.lintel.door;

/** Conditions that somebody must look at; each lasts until its condition is over. */
public enum Alarm {
    /** The leaf has been open for a while: a warning to whoever holds it. */
    HELD_OPEN_SOON,
    HELD_OPEN,
    FORCED_OPEN,
    FIRE,
    TAMPER,
    /** The relay does not obey; its level is not certain. */
    RELAY_FAULT,
    /** An input cannot be read. */
    INPUT_FAULT
}
