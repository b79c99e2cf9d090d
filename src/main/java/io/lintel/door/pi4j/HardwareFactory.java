package io.lintel.door.pi4j;

import io.lintel.door.ContactType;
import io.lintel.door.DoorHardware;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorSettings;
import io.lintel.door.Relay;
import io.lintel.door.gpio.EdgeWatcher;
import io.lintel.door.gpio.GpioFinder;
import io.lintel.door.gpio.GpioLocation;
import io.lintel.door.gpio.GpioOutput;
import io.lintel.door.gpio.OutputLine;
import io.lintel.door.pi4j.CharDeviceInputProvider.Wired;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.libc.LibC;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets up a door's hardware. The relay is at the locked level from its first moment on. */
public final class HardwareFactory {

    private HardwareFactory() {}

    /**
     * A door on a simulated board.
     *
     * @param contacts those that are wired, and how they rest
     */
    public static DoorHardware simulated(
            SimulatedBoard board, DoorSettings settings, Map<DoorInput, ContactType> contacts) {
        HardwareBuilder door =
                new HardwareBuilder(new SimulatedOutputProvider(board), new SimulatedInputProvider(board), () -> {});
        Relay relay = door.relay("simulated relay", settings.wiring());
        contacts.forEach((input, type) -> {
            board.contact(input, type == ContactType.NORMALLY_CLOSED);
            door.contact(input, "simulated " + LineId.of(input), type);
        });
        return door.with(relay);
    }

    /**
     * A door on the kernel's GPIO character devices.
     *
     * @throws LintelException saying which line, who has it, what to do
     */
    public static DoorHardware gpio(GpioWiring lines, DoorSettings settings) {
        LibC libc = LibC.system();
        return gpio(lines, settings, libc, new GpioFinder(libc));
    }

    static DoorHardware gpio(GpioWiring lines, DoorSettings settings, LibC libc, GpioFinder finder) {
        GpioLocation coil = finder.find(lines.relay().address());
        List<Found> contacts = new ArrayList<>();
        lines.contacts().forEach((input, contact) -> {
            contacts.add(new Found(input, finder.find(contact.line().address()), contact));
        });
        EdgeWatcher watcher = new EdgeWatcher(libc, MonotonicClock.SYSTEM);
        HardwareBuilder door = new HardwareBuilder(
                new CharDeviceOutputProvider(libc, coil, lines.relay()),
                new CharDeviceInputProvider(
                        libc,
                        watcher,
                        contacts.stream().collect(Collectors.toMap(found -> LineId.of(found.input), Found::wired))),
                watcher::close);
        try {
            Relay relay = door.relay(coil.toString(), settings.wiring());
            contacts.forEach(found -> door.contact(found.input, found.location.toString(), found.contact.type()));
            return door.with(relay);
        } catch (RuntimeException failure) {
            throw door.failed(failure);
        }
    }

    /**
     * Looks the lines up without using them. Does nothing where this user may not open the board's chips.
     *
     * @throws LintelException if one is not there, or stands for two things
     */
    public static void check(GpioWiring lines) {
        GpioFinder finder = new GpioFinder(LibC.system());
        if (!finder.mayLook()) {
            return;
        }
        Map<GpioLocation, String> uses = new HashMap<>();
        lines.uses().forEach((use, address) -> {
            String other = uses.put(finder.find(address), use);
            if (other != null) {
                throw GpioWiring.usedTwice(address, other, use);
            }
        });
    }

    /**
     * Takes the power off the relay and gives the line back: for the service's ExecStopPost, after a kill on a kernel that
     * keeps output levels.
     *
     * @throws LintelException if the line cannot be had, for example because the service runs
     */
    public static void relayOff(OutputLine relay) {
        LibC libc = LibC.system();
        GpioLocation coil = new GpioFinder(libc).find(relay.address());
        GpioOutput.request(libc, coil, relay, LineId.consumer("relay-off"), false)
                .close();
    }

    private record Found(DoorInput input, GpioLocation location, GpioWiring.Contact contact) {
        Wired wired() {
            return new Wired(location, contact.line());
        }
    }
}
