package io.lintel.appliance;

import java.util.Optional;
import java.util.function.Supplier;

/** A component that runs nothing and only says how something is, such as the disk. Thread-safe as far as its supplier is. */
public record Probe(String name, Supplier<Optional<ComponentStatus>> answer) implements Component {

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        // nothing to start
    }

    @Override
    public void stop() {
        // nothing to stop
    }

    @Override
    public Optional<ComponentStatus> status() {
        return answer.get();
    }
}
