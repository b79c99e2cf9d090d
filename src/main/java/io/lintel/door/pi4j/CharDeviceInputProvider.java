package io.lintel.door.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import io.lintel.door.gpio.EdgeWatcher;
import io.lintel.door.gpio.GpioException;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.GpioLocation;
import io.lintel.system.libc.LibC;
import java.util.Map;

/** Gives out the contacts' lines on the GPIO character device. */
final class CharDeviceInputProvider extends DigitalInputProviderBase {

    /** A line that was found, and how it is wired. */
    record Wired(GpioLocation location, GpioInputLine line) {}

    private final LibC libc;
    private final EdgeWatcher watcher;
    private final Map<String, Wired> lines;

    /** @param lines by the id of the Pi4J input */
    CharDeviceInputProvider(LibC libc, EdgeWatcher watcher, Map<String, Wired> lines) {
        super("lintel-gpio-input", "Lintel GPIO character device input");
        this.libc = libc;
        this.watcher = watcher;
        this.lines = Map.copyOf(lines);
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        Wired wired = lines.get(config.id());
        if (wired == null) {
            throw new GpioException("no GPIO line is wired as " + config.id(), "set its line");
        }
        CharDeviceInput input = new CharDeviceInput(this, config, libc, watcher, wired.location(), wired.line());
        context.registry().add(input);
        return input;
    }
}
