package io.lintel.door.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import io.lintel.door.gpio.GpioLocation;
import io.lintel.door.gpio.OutputLine;
import io.lintel.system.libc.LibC;

/** Gives out the relay's line on the GPIO character device. */
final class CharDeviceOutputProvider extends DigitalOutputProviderBase {

    private final LibC libc;
    private final GpioLocation location;
    private final OutputLine line;

    CharDeviceOutputProvider(LibC libc, GpioLocation location, OutputLine line) {
        super("lintel-gpio-output", "Lintel GPIO character device output");
        this.libc = libc;
        this.location = location;
        this.line = line;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        CharDeviceOutput output = new CharDeviceOutput(this, config, libc, location, line);
        context.registry().add(output);
        return output;
    }
}
