package io.lintel.door;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A relay that remembers its levels and that a test can break or jam. */
final class FakeRelay implements Relay {

    private final List<Boolean> levels = new ArrayList<>();
    private volatile boolean broken;
    private volatile CountDownLatch jam = new CountDownLatch(0);

    void breakDown(boolean now) {
        broken = now;
    }

    /** From now on a write hangs until {@link #unjam}. */
    void jam() {
        jam = new CountDownLatch(1);
    }

    void unjam() {
        jam.countDown();
    }

    boolean isEnergised() {
        synchronized (levels) {
            return !levels.isEmpty() && levels.getLast();
        }
    }

    /** Levels in the order in which they were reached, without repeats. */
    List<Boolean> history() {
        synchronized (levels) {
            List<Boolean> changes = new ArrayList<>();
            levels.stream()
                    .filter(level -> changes.isEmpty() || !changes.getLast().equals(level))
                    .forEach(changes::add);
            return changes;
        }
    }

    @Override
    public String name() {
        return "fake relay";
    }

    @Override
    public void energise(boolean on) {
        awaitUninterruptibly();
        if (broken) {
            throw new RelayException("relay broken", "mend it", new IOException("broken"));
        }
        synchronized (levels) {
            levels.add(on);
        }
    }

    @Override
    public void close() {
        synchronized (levels) {
            levels.add(false);
        }
    }

    private void awaitUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                jam.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
