package io.lintel.wiring;

import io.lintel.config.DoorGroup;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsException;
import io.lintel.door.ContactType;
import io.lintel.door.DoorInput;
import io.lintel.door.DoorSettings;
import io.lintel.door.gpio.Bias;
import io.lintel.door.gpio.Drive;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.LineAddress;
import io.lintel.door.gpio.OutputLine;
import io.lintel.door.pi4j.GpioWiring;
import io.lintel.door.pi4j.HardwareFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What an installer set for the door and its wiring, as {@code door} wants it. */
final class DoorSettingsMapper {

    private DoorSettingsMapper() {}

    /** Reads all of them once. @throws SettingsException naming the first that the door does not accept */
    static void check(LintelConfig config) {
        door(config);
        if (config.door().relay().isPresent()) {
            gpio(config);
        } else {
            noContactWithoutRelay(config.door());
        }
    }

    /**
     * The door's lines, on this machine's board: each there, none used twice. Not asked where this user may not open the chips.
     *
     * @throws SettingsException naming the line
     */
    static void checkBoard(LintelConfig config) {
        if (config.door().relay().isPresent() && RunMode.of(config) == RunMode.DOOR) {
            AcceptedSettings.of("door", () -> {
                HardwareFactory.check(gpio(config));
                return true;
            });
        }
    }

    /** Whoever wires a fire input believes that it works. */
    private static void noContactWithoutRelay(DoorGroup door) {
        if (door.fire().or(door::sensor).or(door::exitButton).or(door::tamper).isPresent()) {
            throw new SettingsException(
                    "lintel.door: a contact is set but no relay, so that the door is simulated and nobody reads the contact",
                    "set lintel.door.relay, or remove the lines of fire, sensor, exit-button and tamper");
        }
    }

    static DoorSettings door(LintelConfig config) {
        DoorGroup door = config.door();
        return AcceptedSettings.of(
                "door",
                () -> new DoorSettings(
                        door.unlockTime(),
                        door.longestUnlock(),
                        door.relockOn(),
                        door.openingGrace(),
                        door.preAlarm(),
                        door.heldOpenAfter(),
                        door.wiring()));
    }

    /** @throws SettingsException if no relay is set */
    static GpioWiring gpio(LintelConfig config) {
        DoorGroup door = config.door();
        return AcceptedSettings.of("door", () -> {
            LineAddress relay = LineAddress.parse(door.relay().orElseThrow());
            Map<DoorInput, GpioWiring.Contact> contacts = new EnumMap<>(DoorInput.class);
            contact(contacts, DoorInput.DOOR_SENSOR, door, door.sensor(), door.sensorContact());
            contact(contacts, DoorInput.REX, door, door.exitButton(), door.exitButtonContact());
            contact(contacts, DoorInput.FIRE, door, door.fire(), door.fireContact());
            contact(contacts, DoorInput.TAMPER, door, door.tamper(), door.tamperContact());
            Drive drive = door.relayDrive();
            return new GpioWiring(new OutputLine(relay, door.relayActiveLow(), drive, Bias.AS_IS), contacts);
        });
    }

    private static void contact(
            Map<DoorInput, GpioWiring.Contact> contacts,
            DoorInput input,
            DoorGroup door,
            Optional<String> line,
            ContactType rest) {
        Bias bias = Bias.valueOf(door.contactBias().name());
        line.map(LineAddress::parse)
                .map(address -> new GpioInputLine(address, true, bias, door.contactDebounce()))
                .ifPresent(wired -> contacts.put(input, new GpioWiring.Contact(wired, rest)));
    }
}
