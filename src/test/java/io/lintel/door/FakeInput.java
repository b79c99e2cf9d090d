package io.lintel.door;

import io.lintel.system.LintelException;
import java.util.concurrent.atomic.AtomicReference;

/** A contact that a test opens, closes and breaks. */
final class FakeInput implements BinaryInput {

    private final AtomicReference<Listener> listener = new AtomicReference<>();
    private volatile boolean closed;
    private volatile boolean broken;

    FakeInput(boolean closed) {
        this.closed = closed;
    }

    void set(boolean contactClosed) {
        closed = contactClosed;
        broken = false;
        listener.get().contact(contactClosed);
    }

    void breakDown() {
        broken = true;
        listener.get().failed("no such device");
    }

    @Override
    public String name() {
        return "fake input";
    }

    @Override
    public boolean isClosed() {
        if (broken) {
            throw new LintelException("no such device", "plug it in");
        }
        return closed;
    }

    @Override
    public void listen(Listener to) {
        listener.set(to);
    }

    @Override
    public void close() {
        listener.set(null);
    }
}
