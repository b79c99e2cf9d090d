package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.system.Recurring;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A component that is a task done again and again. */
final class RecurringComponent implements Component {

    private final String name;
    private final StartPhase phase;
    private final Duration silence;
    private final Supplier<Recurring> task;
    private final Supplier<Optional<ComponentStatus>> status;
    private volatile @Nullable Recurring running;

    /**
     * @param silence longer without a turn than this and it hangs
     * @param task starts it; may throw
     */
    RecurringComponent(
            String name,
            StartPhase phase,
            Duration silence,
            Supplier<Recurring> task,
            Supplier<Optional<ComponentStatus>> status) {
        this.name = name;
        this.phase = phase;
        this.silence = silence;
        this.task = task;
        this.status = status;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StartPhase startPhase() {
        return phase;
    }

    @Override
    public void start() {
        running = task.get();
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
        Recurring started = running;
        return started == null || started.isResponsive(silence);
    }

    @Override
    public Optional<ComponentStatus> status() {
        return status.get();
    }
}
