package io.lintel.door;

import java.util.Map;

/**
 * What is wired to this door. The door owns it from {@link Door#start} on and closes it.
 *
 * @param inputs the contacts there are; one that is missing is not wired. A fire input that is wired cannot be switched off
 *     by anything in this program
 * @param release runs after all lines are closed, for what they share
 */
public record DoorHardware(Relay relay, Map<DoorInput, WiredInput> inputs, Runnable release) {

    public DoorHardware {
        inputs = Map.copyOf(inputs);
    }
}
