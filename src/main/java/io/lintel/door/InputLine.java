package io.lintel.door;

import io.lintel.system.LintelException;
import java.util.function.Consumer;

/**
 * One wired contact. A request-to-exit button only counts at the moment it is pressed, so that a stuck one is one press.
 * Thread-safe.
 */
final class InputLine implements BinaryInput.Listener {

    private final DoorInput input;
    private final WiredInput wired;
    private final Consumer<Signal> out;
    private boolean told;
    private boolean faulty;

    InputLine(DoorInput input, WiredInput wired, Consumer<Signal> out) {
        this.input = input;
        this.wired = wired;
        this.out = out;
    }

    void listen() {
        wired.line().listen(this);
    }

    /**
     * Whether the contact's event is the case.
     *
     * @throws LintelException if it cannot be read
     */
    boolean isTold() {
        return wired.contact().tells(wired.line().isClosed());
    }

    /** On the door thread: takes the contact as it is now. */
    void readInto(DoorMachine machine, long now) {
        try {
            boolean is = isTold();
            machine.handle(new Signal.InputRecovered(input), now);
            if (input != DoorInput.REX) {
                machine.handle(level(is), now);
            }
        } catch (LintelException unreadable) {
            machine.handle(new Signal.InputFailed(input, String.valueOf(unreadable.getMessage())), now);
        }
    }

    @Override
    public synchronized void contact(boolean closed) {
        boolean is = wired.contact().tells(closed);
        if (faulty) {
            faulty = false;
            out.accept(new Signal.InputRecovered(input));
        }
        if (input != DoorInput.REX || (is && !told)) {
            out.accept(level(is));
        }
        told = is;
    }

    @Override
    public synchronized void failed(String why) {
        faulty = true;
        out.accept(new Signal.InputFailed(input, why));
    }

    void close() {
        wired.line().close();
    }

    private Signal level(boolean is) {
        return switch (input) {
            case DOOR_SENSOR -> new Signal.Leaf(is);
            case REX -> new Signal.RequestToExit();
            case FIRE -> new Signal.Fire(is);
            case TAMPER -> new Signal.Tamper(is);
        };
    }
}
