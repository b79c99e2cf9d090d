package io.lintel.door;

/**
 * One step of the {@link DoorMachine}, as it tells it.
 *
 * @param note what the kind and the cause do not say; may be empty
 */
record Transition(DoorEventKind kind, DoorView before, DoorView after, Cause cause, String note) {}
