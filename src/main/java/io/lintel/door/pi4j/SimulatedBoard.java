package io.lintel.door.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import io.lintel.door.DoorInput;
import io.lintel.system.MonotonicClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A board that is not there: the relay's coil as something to look at, the contacts as something to move. The door's default
 * when no GPIO line is set, for the demo and for tests. Thread-safe.
 */
public final class SimulatedBoard {

    /** Enough for an hour of demo; the oldest go first. */
    private static final int KEPT = 1_000;

    /**
     * One level of the coil.
     *
     * @param atNanos on the {@link MonotonicClock}
     */
    public record Level(long atNanos, boolean energised) {}

    private final MonotonicClock clock;
    private final Deque<Level> history = new ArrayDeque<>();
    private final Map<DoorInput, Boolean> contacts = new EnumMap<>(DoorInput.class);
    private final Map<DoorInput, Consumer<DigitalState>> listeners = new EnumMap<>(DoorInput.class);

    public SimulatedBoard(MonotonicClock clock) {
        this.clock = clock;
    }

    /** Whether the coil has power. */
    public synchronized boolean isEnergised() {
        return !history.isEmpty() && history.getLast().energised();
    }

    /** Every change of the coil since the start, the first level included. */
    public synchronized List<Level> history() {
        return List.copyOf(history);
    }

    /** Opens or closes a contact. */
    public void contact(DoorInput input, boolean closed) {
        Consumer<DigitalState> listener;
        synchronized (this) {
            contacts.put(input, closed);
            listener = listeners.get(input);
        }
        if (listener != null) {
            listener.accept(closed ? DigitalState.HIGH : DigitalState.LOW);
        }
    }

    synchronized void coil(boolean energised) {
        if (history.isEmpty() || history.getLast().energised() != energised) {
            history.add(new Level(clock.nanos(), energised));
        }
        if (history.size() > KEPT) {
            history.removeFirst();
        }
    }

    synchronized DigitalState contact(DoorInput input) {
        return Boolean.TRUE.equals(contacts.get(input)) ? DigitalState.HIGH : DigitalState.LOW;
    }

    /** Replaces an earlier listener of the same contact. */
    synchronized void onContact(DoorInput input, Consumer<DigitalState> listener) {
        listeners.put(input, listener);
    }
}
