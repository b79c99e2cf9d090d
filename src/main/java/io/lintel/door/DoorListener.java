package io.lintel.door;

/**
 * Is told what happens at the door, in order, on a thread of its own: it may take its time and it may throw, neither reaches
 * the door.
 */
@FunctionalInterface
public interface DoorListener {

    void onEvent(DoorEvent event);
}
