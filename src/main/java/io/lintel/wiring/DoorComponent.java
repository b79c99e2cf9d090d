package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.door.Alarm;
import io.lintel.door.DeliveryGuarantee;
import io.lintel.door.Door;
import io.lintel.door.DoorStatus;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door: its relay is at the locked level, and exit button and fire input work, once this has started. */
@Singleton
final class DoorComponent implements Component {

    private final LintelConfig config;
    private final ImmediateSettings live;
    private final AuditLog audit;
    private final AlarmsComponent alarms;
    private final MeterRegistry metrics;
    private volatile @Nullable Door door;

    DoorComponent(
            LintelConfig config,
            ImmediateSettings live,
            AuditLog audit,
            AlarmsComponent alarms,
            MeterRegistry metrics) {
        this.live = live;
        this.config = config;
        this.audit = audit;
        this.alarms = alarms;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "door";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        DoorMetrics doorMetrics = new DoorMetrics(metrics);
        Door opened = DoorSetUp.of(config, new DoorAudit(() -> audit));
        door = opened;
        opened.listen(
                "door-alarms", DeliveryGuarantee.BEST_EFFORT, alarms.receivers().door());
        opened.listen("door-metrics", DeliveryGuarantee.BEST_EFFORT, doorMetrics);
        opened.start();
        live.onChange("door", List.of("lintel.door."), changed -> opened.use(DoorSettingsMapper.door(changed)));
        doorMetrics.watch(opened);
    }

    @Override
    public void stop() {
        Door running = door;
        if (running != null) {
            running.close();
        }
    }

    /** Empty before the start. */
    Optional<Door> door() {
        return Optional.ofNullable(door);
    }

    /** For what starts after the door. @throws IllegalStateException before the start */
    Door running() {
        return door().orElseThrow(() -> new IllegalStateException("the door starts before it"));
    }

    @Override
    public boolean isResponsive() {
        return door().map(Door::status).map(DoorStatus::alive).orElse(true);
    }

    @Override
    public Optional<ComponentStatus> status() {
        return door().map(Door::status).map(DoorComponent::status);
    }

    static ComponentStatus status(DoorStatus door) {
        return ofState(door)
                .with("state", door.door().state().name())
                .with("relay", door.relay())
                .with("fault", door.relayFault());
    }

    private static ComponentStatus ofState(DoorStatus door) {
        if (!door.alive()) {
            return ComponentStatus.bad("door", "its thread does not answer", "start Lintel again");
        }
        if (!door.relayFault().isEmpty()) {
            return ComponentStatus.bad(
                    "door", "the relay does not obey: " + door.relayFault(), "check its wiring and settings");
        }
        return door.door().alarms().contains(Alarm.INPUT_FAULT)
                ? ComponentStatus.bad("door", "a contact cannot be read", "check its wiring and settings")
                : ComponentStatus.good("door", door.relay());
    }
}
