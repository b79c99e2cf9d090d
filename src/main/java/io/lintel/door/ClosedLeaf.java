package io.lintel.door;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Closed, or without a sensor. */
final class ClosedLeaf extends LeafState {

    @Override
    boolean isOpen() {
        return false;
    }

    @Override
    DoorState door(boolean released) {
        return released ? DoorState.UNLOCKED : DoorState.LOCKED;
    }

    @Override
    @Nullable
    Alarm alarm() {
        return null;
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
