package io.lintel.system;

/**
 * Time for durations and deadlines: never jumps, unlike the wall clock. All time in decisions and in the door comes from
 * here, so that a test can run it at full speed. Thread-safe.
 */
@FunctionalInterface
public interface MonotonicClock {

    /** The machine's own monotonic clock. */
    MonotonicClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary origin; only differences mean something. */
    long nanos();
}
