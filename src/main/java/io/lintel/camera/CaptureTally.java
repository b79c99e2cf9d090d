package io.lintel.camera;

import java.util.concurrent.atomic.LongAdder;

/** Counts that outlive a single capture. Thread-safe. */
record CaptureTally(LongAdder read, LongAdder repeated, LongAdder garbage) {

    CaptureTally() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }
}
