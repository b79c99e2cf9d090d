package io.lintel.lab.peers;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of another process, all of its threads, also those that have ended. Linux keeps it to the nanosecond, while
 * {@code /proc} tells it in hundredths of a second, more than a frame takes: hence clock_gettime(2) with the process's clock
 * (clock_getcpuclockid(3)). Thread-safe.
 */
final class ProcessClock {

    private static final StructLayout TIMESPEC = MemoryLayout.structLayout(
            ValueLayout.JAVA_LONG.withName("seconds"), ValueLayout.JAVA_LONG.withName("nanos"));
    /** The lowest three bits of a clock's number: that of a process, as the scheduler counts (CPUCLOCK_SCHED). */
    private static final int SCHEDULER = 2;

    private final MethodHandle clockGetTime;

    ProcessClock() {
        Linker linker = Linker.nativeLinker();
        clockGetTime = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /**
     * Nanoseconds of user and system time since the process began.
     *
     * @throws IllegalStateException if there is no such process
     */
    long nanos(long pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(TIMESPEC);
            int result = (int) clockGetTime.invokeExact((int) (~pid << 3 | SCHEDULER), time);
            if (result != 0) {
                throw new IllegalStateException("process " + pid + " has ended");
            }
            return time.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + time.get(ValueLayout.JAVA_LONG, Long.BYTES);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime cannot be called", e);
        }
    }
}
