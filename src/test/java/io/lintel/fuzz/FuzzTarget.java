package io.lintel.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A parser under test, and what is a finding about it.
 *
 * @param parser throws what the parser throws
 */
record FuzzTarget(Fuzz rules, Consumer<byte[]> parser) {

    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * @return how the parser has refused the input; null where it has taken it
     * @throws AssertionError if it did neither, or took too much memory for it
     */
    @Nullable
    Throwable run(byte[] input) {
        try {
            return measured(input.clone());
        } catch (TooMuch once) {
            return measured(input); // the first time counts classes that are loaded and instrumented
        }
    }

    private static final class TooMuch extends AssertionError {

        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    private @Nullable Throwable measured(byte[] input) {
        long thread = Thread.currentThread().threadId();
        long before = MEMORY.getThreadAllocatedBytes(thread);
        Throwable refusal = null;
        try {
            parser.accept(input);
        } catch (Throwable e) {
            if (Arrays.stream(rules.refusals()).noneMatch(known -> known.isInstance(e))) {
                throw new AssertionError("the parser ended with " + e, e);
            }
            refusal = e;
        }
        long megabytes = (MEMORY.getThreadAllocatedBytes(thread) - before) >> 20;
        if (megabytes > rules.mostMegabytes()) {
            throw new TooMuch("it took " + megabytes + " MB for " + input.length + " bytes");
        }
        return refusal;
    }
}
