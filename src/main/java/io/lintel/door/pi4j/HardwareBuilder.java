package io.lintel.door.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import io.lintel.door.ContactType;
import io.lintel.door.DoorHardware;
import io.lintel.door.DoorInput;
import io.lintel.door.LockWiring;
import io.lintel.door.Relay;
import io.lintel.door.WiredInput;
import io.lintel.system.LintelException;
import java.util.EnumMap;
import java.util.Map;

/** A door's hardware while it is put together: whole in the end, or nothing is held. */
final class HardwareBuilder {

    private final DigitalOutputProvider outputs;
    private final DigitalInputProvider inputs;
    private final Context context;
    private final Runnable release;
    private final Map<DoorInput, WiredInput> wired = new EnumMap<>(DoorInput.class);

    /** @param release gives back what the lines share, after the lines themselves */
    HardwareBuilder(DigitalOutputProvider outputs, DigitalInputProvider inputs, Runnable release) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.release = release;
        this.context = Contexts.of(outputs, inputs);
    }

    /** The relay at the locked level from its first moment on; without power when it is given back. */
    Relay relay(String name, LockWiring wiring) {
        DigitalOutputConfig config = DigitalOutputConfig.newBuilder(context)
                .id(LineId.RELAY)
                .name(name)
                .address(0)
                .initial(wiring.energised(false) ? DigitalState.HIGH : DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .build();
        DigitalOutput output = outputs.create(config);
        return new Pi4jRelay(output, name);
    }

    /** Pi4J wants an address that no other input has; which line it is says the id. */
    void contact(DoorInput input, String name, ContactType type) {
        DigitalInputConfig config = DigitalInputConfig.newBuilder(context)
                .id(LineId.of(input))
                .name(name)
                .address(wired.size())
                .build();
        wired.put(input, new WiredInput(new Pi4jInput(inputs.create(config), name), type));
    }

    DoorHardware with(Relay relay) {
        return new DoorHardware(relay, wired, this::release);
    }

    void release() {
        context.shutdown();
        release.run();
    }

    /**
     * Gives everything back.
     *
     * @return what went wrong, without Pi4J's wrapping
     */
    RuntimeException failed(RuntimeException failure) {
        release();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LintelException ours) {
                return ours;
            }
        }
        return failure;
    }
}
