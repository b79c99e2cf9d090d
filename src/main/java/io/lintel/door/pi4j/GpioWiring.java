package io.lintel.door.pi4j;

import io.lintel.door.ContactType;
import io.lintel.door.DoorInput;
import io.lintel.door.gpio.InputLine;
import io.lintel.door.gpio.OutputLine;
import java.util.Map;

/**
 * Which GPIO lines the door is on.
 *
 * @param contacts those that are wired
 */
public record GpioWiring(OutputLine relay, Map<DoorInput, Contact> contacts) {

    public GpioWiring {
        contacts = Map.copyOf(contacts);
    }

    /** A contact's line, and how it rests. The line must be set up so that active means a closed contact. */
    public record Contact(InputLine line, ContactType type) {}
}
