package io.lintel.door.pi4j;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import io.lintel.door.Relay;
import io.lintel.door.RelayException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A relay on a Pi4J output; HIGH gives the coil power. */
final class Pi4jRelay implements Relay {

    private static final Logger LOG = System.getLogger(Pi4jRelay.class.getName());

    private final DigitalOutput output;
    private final String name;
    private boolean closed;

    Pi4jRelay(DigitalOutput output, String name) {
        this.output = output;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void energise(boolean on) {
        try {
            output.state(on ? DigitalState.HIGH : DigitalState.LOW);
        } catch (Pi4JException failed) {
            throw new RelayException(
                    "relay " + name + " does not obey: " + failed.getMessage(),
                    "check the relay board and its line; the door tries again by itself",
                    failed);
        }
    }

    /** The line itself is given back with the context. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            output.state(DigitalState.LOW);
        } catch (Pi4JException failed) {
            LOG.log(Level.ERROR, "relay {0} could not be switched off at stop: {1}", name, failed.getMessage());
        }
    }
}
