package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import java.util.Optional;

/**
 * A component without a status: something that is done at the start, or that runs on unwatched.
 *
 * @param begin may throw
 * @param end nothing to do where nothing was begun
 */
record Task(String name, StartPhase startPhase, Runnable begin, Runnable end) implements Component {

    static Task once(String name, StartPhase startPhase, Runnable begin) {
        return new Task(name, startPhase, begin, () -> {});
    }

    @Override
    public void start() {
        begin.run();
    }

    @Override
    public void stop() {
        end.run();
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.empty();
    }
}
