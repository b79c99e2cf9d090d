package io.lintel.door;

/** The contacts a door can have. */
public enum DoorInput {
    DOOR_SENSOR,
    REX,
    FIRE,
    TAMPER
}
