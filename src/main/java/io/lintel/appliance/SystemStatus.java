package io.lintel.appliance;

import io.lintel.appliance.ComponentStatus.State;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the product is, component by component, as health checks, pages and REST show it. Thread-safe.
 */
public final class SystemStatus {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Appliance appliance;
    private final MonotonicClock clock;
    private List<ComponentStatus> lately = List.of();
    private long asked;

    public SystemStatus(Appliance appliance, MonotonicClock clock) {
        this.appliance = appliance;
        this.clock = clock;
    }

    /** All components in the order in which they start, asked anew every two seconds at most: database and disk are among them. */
    public synchronized List<ComponentStatus> now() {
        long now = clock.nanos();
        if (lately.isEmpty() || now - asked > FRESH.toNanos()) {
            List<ComponentStatus> answers = new ArrayList<>();
            appliance.components().forEach(component -> ask(component).ifPresent(answers::add));
            lately = List.copyOf(answers);
            asked = now;
        }
        return lately;
    }

    /** The worst state among these; good if there are none. */
    public static State worst(List<ComponentStatus> all) {
        return all.stream().map(ComponentStatus::state).max(Enum::compareTo).orElse(State.GOOD);
    }

    /** One component, asked anew. Empty if there is none of this name, or nothing to say of it. */
    public Optional<ComponentStatus> of(String name) {
        return appliance.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .flatMap(this::ask);
    }

    /** Started components whose threads do not answer, by name: as long as there are any, the watchdog is not fed. */
    public List<String> unresponsiveComponents() {
        return appliance.unresponsiveComponents();
    }

    private Optional<ComponentStatus> ask(Component component) {
        try {
            Optional<ComponentStatus> answer = appliance.status(component);
            return appliance.unresponsiveComponents().contains(component.name())
                    ? Optional.of(
                            ComponentStatus.bad(component.name(), "its thread does not answer", "start Lintel again"))
                    : answer;
        } catch (LintelException e) {
            return Optional.of(ComponentStatus.bad(component.name(), String.valueOf(e.getMessage()), e.remedy()));
        }
    }
}
