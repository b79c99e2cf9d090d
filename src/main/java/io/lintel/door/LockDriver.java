package io.lintel.door;

import io.lintel.system.MonotonicClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;

/**
 * Makes the relay do what the machine wants, and tells the machine when it does not. After a failed write it tries again, ten
 * times a second, always for what the machine wants by then: locked, unless a mode holds the door unlocked. Used by the
 * door thread, but for {@link #fault}.
 */
final class LockDriver implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LockDriver.class.getName());
    private static final long RETRY_NANOS = 100_000_000L;

    private final DoorMachine machine;
    private final GuardedRelay relay;
    private final MonotonicClock clock;

    private volatile String fault = "";
    private OptionalLong retryAt = OptionalLong.empty();

    LockDriver(DoorMachine machine, GuardedRelay relay, MonotonicClock clock) {
        this.machine = machine;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Locks for the first time.
     *
     * @throws RelayException if it did not obey
     */
    void begin() {
        relay.lock();
    }

    /** Why the relay does not obey; empty when it does. */
    String fault() {
        return fault;
    }

    /** Returns whether the relay is where the machine wanted it when this was called. */
    boolean settle() {
        if (obeyed()) {
            return true;
        }
        machine.handle(new Signal.RelayFailed(fault), clock.nanos());
        retryAt = OptionalLong.of(clock.nanos() + RETRY_NANOS);
        // the failed pulse is over now: lock at once if the relay lets us
        if (!machine.released() && obeyed()) {
            retryAt = OptionalLong.empty();
        }
        return false;
    }

    /** A rule failed: lock without asking, then let the rules follow. */
    void lockByForce(String why) {
        try {
            relay.lock();
        } catch (RelayException failed) {
            remember(failed);
        }
        machine.handle(new Signal.LockedByForce(DoorEventKind.RULE_FAILED, why), clock.nanos());
    }

    /** How long the door thread may wait for a signal, in nanoseconds. */
    long waitAtMost(long now, long longest) {
        long wait = longest;
        OptionalLong deadline = machine.deadline(now);
        if (deadline.isPresent()) {
            wait = Math.min(wait, deadline.getAsLong() - now);
        }
        if (retryAt.isPresent()) {
            wait = Math.min(wait, retryAt.getAsLong() - now);
        }
        return Math.max(0, wait);
    }

    @Override
    public void close() {
        relay.close();
    }

    private boolean obeyed() {
        try {
            if (!machine.released()) {
                relay.lock();
            } else if (machine.held()) {
                relay.releaseForMode();
            } else {
                relay.releaseForPulse();
            }
        } catch (RelayException failed) {
            remember(failed);
            return false;
        }
        if (!fault.isEmpty()) {
            fault = "";
            retryAt = OptionalLong.empty();
            LOG.log(Level.INFO, "door relay obeys again");
            machine.handle(new Signal.RelayRecovered(), clock.nanos());
        }
        return true;
    }

    private void remember(RelayException failed) {
        if (fault.isEmpty()) {
            LOG.log(Level.ERROR, "door relay fault: {0}", failed.getMessage());
        }
        fault = String.valueOf(failed.getMessage());
    }
}
