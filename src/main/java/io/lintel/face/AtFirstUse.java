package io.lintel.face;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that not every use of an analyzer needs, made when it is first needed: opening a network takes longer than running it. One thread at a time. */
final class AtFirstUse<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    AtFirstUse(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T part = made;
        if (part == null) {
            part = maker.get();
            made = part;
        }
        return part;
    }

    /** Does nothing to a part that was never needed. */
    void close(Consumer<T> closing) {
        if (made != null) {
            closing.accept(made);
        }
    }
}
