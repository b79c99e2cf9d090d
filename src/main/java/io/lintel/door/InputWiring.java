package io.lintel.door;

import io.lintel.system.LintelException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Turns contacts into signals for the door thread. A change that does not fit into the door's queue is not lost: the door
 * thread then looks at all levels again.
 */
final class InputWiring implements AutoCloseable {

    private final Map<DoorInput, InputLine> lines = new EnumMap<>(DoorInput.class);
    private volatile boolean missed = true;

    /** @param send false when the queue is full */
    InputWiring(Map<DoorInput, WiredInput> inputs, Predicate<Signal> send) {
        inputs.forEach((input, wired) -> lines.put(input, new InputLine(input, wired, signal -> {
            if (!send.test(signal)) {
                missed = true;
            }
        })));
    }

    void listen() {
        lines.values().forEach(InputLine::listen);
    }

    /** What every wired input says now; one that cannot be read is left out. */
    Map<DoorInput, Boolean> told() {
        Map<DoorInput, Boolean> now = new EnumMap<>(DoorInput.class);
        lines.forEach((input, line) -> {
            try {
                now.put(input, line.isTold());
            } catch (LintelException unreadable) {
                now.remove(input);
            }
        });
        return now;
    }

    /**
     * On the door thread.
     *
     * @return whether anything was read
     */
    boolean readAgainIfMissed(DoorMachine machine, long now) {
        if (!missed) {
            return false;
        }
        missed = false;
        lines.values().forEach(line -> line.readInto(machine, now));
        return true;
    }

    @Override
    public void close() {
        lines.values().forEach(InputLine::close);
    }
}
