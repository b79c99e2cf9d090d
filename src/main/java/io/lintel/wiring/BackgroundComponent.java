package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.system.Recurring;
import org.jspecify.annotations.Nullable;

/** A component with work that may take as long as it likes: a server or a disk that lets it wait is never the reason to end a door. */
abstract class BackgroundComponent implements Component {

    private final String name;
    private volatile @Nullable Recurring running;

    BackgroundComponent(String name) {
        this.name = name;
    }

    /** Starts the work; null where there is none. */
    abstract @Nullable Recurring begin();

    @Override
    public String name() {
        return name;
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WHEN_POSSIBLE;
    }

    @Override
    public void start() {
        running = begin();
    }

    @Override
    public void stop() {
        Recurring started = running;
        if (started != null) {
            started.close();
        }
    }

    @Override
    public boolean isResponsive() {
        return true;
    }
}
