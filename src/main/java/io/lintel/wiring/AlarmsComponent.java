package io.lintel.wiring;

import io.lintel.access.loop.AccessEvents;
import io.lintel.alarm.SenderStatus;
import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.config.LintelConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receivers of alarms, and the feed of what happens at the door: the first to start and the last to stop, so that both hear all of it. */
@Singleton
final class AlarmsComponent implements Component {

    private final LintelConfig config;
    private final ImmediateSettings live;
    private final AccessEvents events;
    private final MeterRegistry metrics;
    private volatile @Nullable Alarms alarms;

    AlarmsComponent(LintelConfig config, ImmediateSettings live, AccessEvents events, MeterRegistry metrics) {
        this.live = live;
        this.config = config;
        this.events = events;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "alarms";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        Alarms receivers = Alarms.of(config);
        events.subscribe(receivers.access());
        events.subscribe(AlarmMetrics.counting(metrics));
        AlarmMetrics numbers = new AlarmMetrics(receivers);
        numbers.bindTo(metrics);
        live.onChange("alarms", List.of("lintel.alarm."), changed -> {
            receivers.use(changed);
            numbers.bindTo(metrics);
        });
        alarms = receivers;
    }

    @Override
    public void stop() {
        events.close();
        Alarms receivers = alarms;
        if (receivers != null) {
            receivers.close();
        }
    }

    /** @throws IllegalStateException before the start */
    Alarms receivers() {
        Alarms receivers = alarms;
        if (receivers == null) {
            throw new IllegalStateException("the receivers of alarms start first");
        }
        return receivers;
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.of(status(receivers().status()));
    }

    static ComponentStatus status(List<SenderStatus> senders) {
        List<SenderStatus> failing = senders.stream()
                .filter(receiver -> !receiver.trouble().isEmpty())
                .toList();
        ComponentStatus status = senders.isEmpty()
                ? ComponentStatus.good("alarms", "no receiver is set")
                : failing.isEmpty()
                        ? ComponentStatus.good("alarms", "receivers work: " + names(senders))
                        : ComponentStatus.bad(
                                "alarms",
                                "not delivered by " + names(failing) + ": "
                                        + failing.getFirst().trouble(),
                                "undelivered ones are kept and sent later; check the receiver");
        for (SenderStatus receiver : senders) {
            status = status.with(receiver.name(), receiver.trouble().isEmpty() ? "works" : receiver.trouble())
                    .with(receiver.name() + " waiting", receiver.waiting())
                    .with(receiver.name() + " delivered", receiver.delivered())
                    .with(receiver.name() + " dropped", receiver.dropped());
        }
        return status;
    }

    private static String names(List<SenderStatus> senders) {
        return String.join(", ", senders.stream().map(SenderStatus::name).toList());
    }
}
