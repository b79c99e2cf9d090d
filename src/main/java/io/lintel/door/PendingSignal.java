package io.lintel.door;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A signal on its way to the door thread, and the answer on its way back. Either it is taken, or it is withdrawn. */
final class PendingSignal {

    private final Signal signal;
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();

    PendingSignal(Signal signal) {
        this.signal = signal;
    }

    Signal signal() {
        return signal;
    }

    /**
     * The door thread begins with it.
     *
     * @return false when the caller has given up: it must not be done any more
     */
    boolean take() {
        return decided.compareAndSet(false, true);
    }

    void answer(boolean done) {
        answer.complete(done);
    }

    /**
     * Waits for the answer. A request that was not begun in time is withdrawn, so that no door opens late.
     *
     * @return false when it was refused, withdrawn, or not finished within twice the time
     */
    boolean await(long millis) {
        try {
            return answered(millis) || (!decided.compareAndSet(false, true) && answered(millis));
        } catch (InterruptedException stop) {
            decided.set(true);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answered(long millis) throws InterruptedException {
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException never) {
            throw new IllegalStateException("an answer is a value", never);
        }
    }
}
