package io.lintel.door.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import io.lintel.door.gpio.GpioException;
import io.lintel.door.gpio.GpioLocation;
import io.lintel.door.gpio.GpioOutput;
import io.lintel.door.gpio.OutputLine;
import io.lintel.system.libc.LibC;
import org.jspecify.annotations.Nullable;

/** A Pi4J output on the GPIO character device. HIGH is active, which {@link OutputLine#activeLow()} may turn into low. */
final class CharDeviceOutput extends DigitalOutputBase {

    private final LibC libc;
    private final GpioLocation location;
    private final OutputLine line;
    private @Nullable GpioOutput output;

    CharDeviceOutput(
            DigitalOutputProvider provider,
            DigitalOutputConfig config,
            LibC libc,
            GpioLocation location,
            OutputLine line) {
        super(provider, config);
        this.libc = libc;
        this.location = location;
        this.line = line;
    }

    /** Takes the line at its first level, in one kernel call. Pi4J then writes that same level once more. */
    @Override
    public DigitalOutput initialize(Context context) {
        boolean active = config().initialState() == DigitalState.HIGH;
        output = GpioOutput.request(libc, location, line, LineId.consumer(config().id()), active);
        state = active ? DigitalState.HIGH : DigitalState.LOW;
        return super.initialize(context);
    }

    /** Always writes, also the level that Pi4J believes is there: after a fault nobody knows. */
    @Override
    public DigitalOutput state(DigitalState next) {
        GpioOutput opened = output;
        if (opened == null) {
            throw new IOException("GPIO line " + location + " is not set up");
        }
        try {
            opened.set(next == DigitalState.HIGH);
        } catch (GpioException failed) {
            throw new IOException(String.valueOf(failed.getMessage()), failed);
        }
        return super.state(next);
    }

    @Override
    public DigitalOutput shutdown(Context context) {
        try {
            return super.shutdown(context);
        } finally {
            if (output != null) {
                output.close();
            }
        }
    }
}
