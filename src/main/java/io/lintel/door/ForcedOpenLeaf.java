package io.lintel.door;

import java.util.OptionalLong;

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

    @Override
    LeafState passing(long now) {
        return this;
    }

    @Override
    LeafState holdBegins() {
        return this;
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
