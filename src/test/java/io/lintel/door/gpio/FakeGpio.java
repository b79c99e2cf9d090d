package io.lintel.door.gpio;

import java.nio.file.Path;

/** Lets tests of other packages look in the {@link FakeKernel}'s device folder. */
public final class FakeGpio {

    private FakeGpio() {}

    public static GpioFinder finder(FakeKernel kernel, Path dev) {
        return new GpioFinder(kernel, dev);
    }
}
