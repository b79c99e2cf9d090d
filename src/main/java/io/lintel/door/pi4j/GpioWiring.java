package io.lintel.door.pi4j;

import io.lintel.door.ContactType;
import io.lintel.door.DoorInput;
import io.lintel.door.gpio.GpioException;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.LineAddress;
import io.lintel.door.gpio.OutputLine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which GPIO lines the door is on; no line twice.
 *
 * @param contacts those that are wired
 */
public record GpioWiring(OutputLine relay, Map<DoorInput, Contact> contacts) {

    /** @throws GpioException if one line stands for two things */
    public GpioWiring {
        contacts = Map.copyOf(contacts);
        Map<LineAddress, String> seen = new HashMap<>();
        uses(relay, contacts).forEach((use, address) -> {
            String other = seen.put(address, use);
            if (other != null) {
                throw usedTwice(address, other, use);
            }
        });
    }

    /** A contact's line, and how it rests. The line must be set up so that active means a closed contact. */
    public record Contact(GpioInputLine line, ContactType type) {}

    /** The line of each use; a use is called by the last word of its setting: relay, sensor, exit-button, fire, tamper. */
    Map<String, LineAddress> uses() {
        return uses(relay, contacts);
    }

    private static Map<String, LineAddress> uses(OutputLine relay, Map<DoorInput, Contact> contacts) {
        Map<String, LineAddress> uses = new LinkedHashMap<>();
        uses.put("relay", relay.address());
        contacts.forEach(
                (input, contact) -> uses.put(name(input), contact.line().address()));
        return uses;
    }

    private static String name(DoorInput input) {
        return switch (input) {
            case DOOR_SENSOR -> "sensor";
            case REX -> "exit-button";
            case FIRE -> "fire";
            case TAMPER -> "tamper";
        };
    }

    static GpioException usedTwice(LineAddress address, String one, String other) {
        return new GpioException(
                "GPIO line '" + address + "' is set for lintel.door." + one + " and for lintel.door." + other,
                "give each its own line");
    }
}
