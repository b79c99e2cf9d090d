package io.lintel.door.pi4j;

import io.lintel.door.DoorInput;
import io.lintel.system.Kebab;
import java.util.Locale;

/** What the door's lines are called in Pi4J's registry and, after {@code lintel-}, to the kernel. */
final class LineId {

    static final String RELAY = "relay";

    private LineId() {}

    static String of(DoorInput input) {
        return Kebab.of(input);
    }

    static DoorInput input(String id) {
        return DoorInput.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String consumer(String id) {
        return "lintel-" + id;
    }
}
