package io.lintel.door.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import io.lintel.door.gpio.EdgeWatcher;
import io.lintel.door.gpio.GpioInput;
import io.lintel.door.gpio.GpioInputLine;
import io.lintel.door.gpio.GpioLocation;
import io.lintel.door.gpio.LevelListener;
import io.lintel.system.libc.LibC;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A Pi4J input on the GPIO character device. HIGH is active, which {@link GpioInputLine#activeLow()} may turn into low; UNKNOWN
 * is a line that cannot be read.
 */
final class CharDeviceInput extends DigitalInputBase implements LevelListener {

    private static final Logger LOG = System.getLogger(CharDeviceInput.class.getName());

    private final LibC libc;
    private final EdgeWatcher watcher;
    private final GpioLocation location;
    private final GpioInputLine line;
    private volatile DigitalState state = DigitalState.UNKNOWN;

    CharDeviceInput(
            DigitalInputProvider provider,
            DigitalInputConfig config,
            LibC libc,
            EdgeWatcher watcher,
            GpioLocation location,
            GpioInputLine line) {
        super(provider, config);
        this.libc = libc;
        this.watcher = watcher;
        this.location = location;
        this.line = line;
    }

    @Override
    public DigitalInput initialize(Context context) {
        super.initialize(context);
        watcher.watch(GpioInput.request(libc, location, line, LineId.consumer(config().id()), this));
        return this;
    }

    @Override
    public DigitalState state() {
        return state;
    }

    @Override
    public void level(boolean active) {
        become(active ? DigitalState.HIGH : DigitalState.LOW);
    }

    @Override
    public void failed(String why) {
        LOG.log(Level.ERROR, "{0}", why);
        become(DigitalState.UNKNOWN);
    }

    private void become(DigitalState next) {
        state = next;
        dispatch(new DigitalStateChangeEvent<DigitalInput>(this, next));
    }
}
