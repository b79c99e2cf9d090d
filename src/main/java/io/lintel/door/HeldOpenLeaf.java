package io.lintel.door;

import java.util.OptionalLong;

/** Open with a cause, for too long. */
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

    /** Another grant does not excuse a door that nobody closes. */
    @Override
    LeafState passing(long now) {
        return this;
    }

    @Override
    LeafState holdBegins() {
        return OpenLeaf.untimed(limits);
    }

    @Override
    LeafState holdEnds(long now) {
        return this;
    }

    @Override
    LeafState at(long now) {
        return this;
    }

    @Override
    OptionalLong deadline() {
        return OptionalLong.empty();
    }
}
