package io.lintel.door.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import io.lintel.door.BinaryInput;
import io.lintel.door.gpio.GpioException;

/** A contact on a Pi4J input; HIGH is a closed contact, UNKNOWN one that cannot be read. */
final class Pi4jInput implements BinaryInput {

    private final DigitalInput input;
    private final String name;

    Pi4jInput(DigitalInput input, String name) {
        this.input = input;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isClosed() {
        DigitalState state = input.state();
        if (state == DigitalState.UNKNOWN) {
            throw new GpioException(name + " cannot be read", "check that the GPIO chip is still there: `gpioinfo`");
        }
        return state == DigitalState.HIGH;
    }

    @Override
    public void listen(Listener listener) {
        input.addListener(event -> {
            if (event.state() == DigitalState.UNKNOWN) {
                listener.failed(name + " cannot be read");
            } else {
                listener.contact(event.state() == DigitalState.HIGH);
            }
        });
    }

    /** The line itself is given back with the context. */
    @Override
    public void close() {}
}
