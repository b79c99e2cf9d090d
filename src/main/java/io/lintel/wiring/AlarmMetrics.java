package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.alarm.NotificationSender;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The numbers of what is told to others for Prometheus, of the receivers that there are. Thread-safe. */
final class AlarmMetrics implements MeterBinder {

    private final Alarms alarms;
    private final List<Meter> bound = new ArrayList<>();

    AlarmMetrics(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Again, after the receivers were exchanged: the numbers of the former ones go. */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        bound.forEach(registry::remove);
        bound.clear();
        for (NotificationSender sender : alarms.senders()) {
            String name = sender.status().name();
            bound.add(Gauge.builder(
                            "lintel.alarm.waiting", sender, it -> it.status().waiting())
                    .description("notices that the receiver has not taken yet")
                    .tag("outlet", name)
                    .register(registry));
            bound.add(Gauge.builder(
                            "lintel.alarm.failing",
                            sender,
                            it -> it.status().trouble().isEmpty() ? 0 : 1)
                    .description("1 while the receiver takes nothing")
                    .tag("outlet", name)
                    .register(registry));
            bound.add(FunctionCounter.builder(
                            "lintel.alarm.delivered", sender, it -> it.status().delivered())
                    .description("notices taken by the receiver")
                    .tag("outlet", name)
                    .register(registry));
            bound.add(FunctionCounter.builder(
                            "lintel.alarm.dropped", sender, it -> it.status().dropped())
                    .description("notices given up: the queue was full, or the receiver did not understand")
                    .tag("outlet", name)
                    .register(registry));
        }
    }

    /** Counts what recognition raises. */
    static Consumer<AccessEvent> counting(MeterRegistry registry) {
        return event -> {
            if (event instanceof AccessEvent.Alarmed alarmed) {
                registry.counter(
                                "lintel.access.alarms", "alarm", alarmed.alarm().code())
                        .increment();
            }
        };
    }
}
