package io.lintel.wiring;

import io.lintel.door.Alarm;
import io.lintel.door.Door;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorListener;
import io.lintel.door.DoorState;
import io.lintel.system.Kebab;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The door's numbers for Prometheus: its state, its alarms, and how often what happened. */
final class DoorMetrics implements DoorListener {

    private final MeterRegistry registry;

    DoorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Gauges of what is now. */
    void watch(Door door) {
        gauge(
                        "lintel.door.released",
                        "1 while the lock lets a person pass",
                        door,
                        it -> it.status().door().released())
                .register(registry);
        gauge(
                        "lintel.door.alive",
                        "1 while the door's threads answer",
                        door,
                        it -> it.status().alive())
                .register(registry);
        for (DoorState state : DoorState.values()) {
            gauge(
                            "lintel.door.state",
                            "1 for the state that the door is in",
                            door,
                            it -> it.status().door().state() == state)
                    .tag("state", Kebab.of(state))
                    .register(registry);
        }
        for (Alarm alarm : Alarm.values()) {
            gauge(
                            "lintel.door.alarm",
                            "1 while the alarm lasts",
                            door,
                            it -> it.status().door().alarms().contains(alarm))
                    .tag("alarm", Kebab.of(alarm))
                    .register(registry);
        }
    }

    @Override
    public void onEvent(DoorEvent event) {
        registry.counter("lintel.door.events", "event", Kebab.of(event.kind())).increment();
    }

    private interface Condition {
        boolean holds(Door door);
    }

    private static Gauge.Builder<Door> gauge(String name, String description, Door door, Condition condition) {
        return Gauge.builder(name, door, it -> condition.holds(it) ? 1 : 0).description(description);
    }
}
