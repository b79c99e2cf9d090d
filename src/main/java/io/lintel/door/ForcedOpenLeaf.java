package io.lintel.door;

/** Opened without a cause. Nothing but closing it makes it good: not a later grant, not a mode. */
final class ForcedOpenLeaf extends LeafState {

    @Override
    boolean isOpen() {
        return true;
    }

    @Override
    DoorState door(boolean released) {
        return DoorState.FORCED_OPEN;
    }

    @Override
    Alarm alarm() {
        return Alarm.FORCED_OPEN;
    }
}
