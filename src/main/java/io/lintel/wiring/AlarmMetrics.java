package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.alarm.NotificationSender;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Consumer;

/** The numbers of what is told to others for Prometheus. */
final class AlarmMetrics implements MeterBinder {

    private final Alarms alarms;

    AlarmMetrics(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (NotificationSender sender : alarms.senders()) {
            String name = sender.status().name();
            Gauge.builder("lintel.alarm.waiting", sender, it -> it.status().waiting())
                    .description("notices that the receiver has not taken yet")
                    .tag("outlet", name)
                    .register(registry);
            Gauge.builder(
                            "lintel.alarm.failing",
                            sender,
                            it -> it.status().trouble().isEmpty() ? 0 : 1)
                    .description("1 while the receiver takes nothing")
                    .tag("outlet", name)
                    .register(registry);
            FunctionCounter.builder(
                            "lintel.alarm.delivered", sender, it -> it.status().delivered())
                    .description("notices taken by the receiver")
                    .tag("outlet", name)
                    .register(registry);
            FunctionCounter.builder(
                            "lintel.alarm.dropped", sender, it -> it.status().dropped())
                    .description("notices given up: the queue was full, or the receiver did not understand")
                    .tag("outlet", name)
                    .register(registry);
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
