package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.door.DeliveryGuarantee;
import io.lintel.door.Door;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorHardware;
import io.lintel.door.ModeMemory;
import io.lintel.door.gpio.OutputLine;
import io.lintel.door.pi4j.HardwareFactory;
import io.lintel.door.pi4j.SimulatedBoard;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Makes the door that the settings describe. */
public final class DoorSetUp {

    private static final System.Logger LOG = System.getLogger("io.lintel.door");

    private DoorSetUp() {}

    /** A door that is locked and not started yet. */
    static Door of(LintelConfig config, DoorAudit audit) {
        ModeMemory memory = modes(config);
        Door door = new Door(
                DoorSettingsMapper.door(config),
                hardware(config),
                MonotonicClock.SYSTEM,
                InstantSource.system(),
                memory.load());
        door.listen("door-audit", DeliveryGuarantee.ESSENTIAL, audit);
        door.listen("door-modes", DeliveryGuarantee.ESSENTIAL, memory);
        door.listen("door-log", DeliveryGuarantee.BEST_EFFORT, DoorSetUp::log);
        return door;
    }

    /** Where the door keeps its orders over a restart. */
    static ModeMemory modes(LintelConfig config) {
        return new ModeMemory(config.data().folder().resolve("door-modes"));
    }

    /**
     * Takes the power off the relay that the settings name: for the service's ExecStopPost, since some kernels keep an output's level
     * after its process was killed (decision 0032).
     *
     * @return which line it was; empty when no relay is set
     */
    public static Optional<String> relayOff(LintelConfig config) {
        if (config.door().relay().isEmpty()) {
            return Optional.empty();
        }
        OutputLine relay = DoorSettingsMapper.gpio(config).relay();
        HardwareFactory.relayOff(relay);
        return Optional.of(relay.address().toString());
    }

    private static DoorHardware hardware(LintelConfig config) {
        if (RunMode.of(config) == RunMode.DEMO || config.door().relay().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "door relay=simulated reason=\"{0}\"",
                    RunMode.of(config) == RunMode.DEMO ? "this is a demonstration" : "lintel.door.relay is not set");
            return HardwareFactory.simulated(
                    new SimulatedBoard(MonotonicClock.SYSTEM), DoorSettingsMapper.door(config), Map.of());
        }
        return HardwareFactory.gpio(DoorSettingsMapper.gpio(config), DoorSettingsMapper.door(config));
    }

    private static void log(DoorEvent event) {
        LOG.log(
                Level.INFO,
                "door={0} event={1} cause=\"{2}\"{3}",
                event.after().state(),
                event.kind(),
                event.cause(),
                event.note().isEmpty() ? "" : " note=\"" + event.note() + "\"");
    }
}
