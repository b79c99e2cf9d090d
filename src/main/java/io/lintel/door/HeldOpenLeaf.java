package io.lintel.door;

/** Open with a cause, for too long. Another grant does not excuse a door that nobody closes. */
final class HeldOpenLeaf extends LeafState {

    private final LeafLimits limits;

    HeldOpenLeaf(LeafLimits limits) {
        this.limits = limits;
    }

    @Override
    boolean isOpen() {
        return true;
    }

    @Override
    DoorState door(boolean released) {
        return DoorState.HELD_OPEN;
    }

    @Override
    Alarm alarm() {
        return Alarm.HELD_OPEN;
    }

    @Override
    LeafState holdBegins() {
        return OpenLeaf.untimed(limits);
    }
}
