package io.lintel.account;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Slows guessing down, by address and by account. Thread-safe.
 *
 * <p>An address that fails waits longer and longer, whatever names it tries. An account that fails from many addresses waits
 * as well, up to a minute, but not for an address without a failure of its own: so nobody can keep the owner out from
 * elsewhere, who gets in at once with the right password. A success forgives only the failures for the same name from the
 * same address, so one account does not buy tries at another.
 */
public final class LoginThrottle {

    private static final int CAPACITY = 4_096;

    private record Pair(String address, String name) {}

    private final MonotonicClock clock;
    private final FailureCounter<Pair> byPair = new FailureCounter<>(DelayRule.ADDRESS, CAPACITY);
    private final FailureCounter<String> byAddress = new FailureCounter<>(DelayRule.ADDRESS, CAPACITY);
    private final FailureCounter<String> byName = new FailureCounter<>(DelayRule.ACCOUNT, CAPACITY);

    private final Set<String> refused = new HashSet<>();

    public LoginThrottle(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * The answer to the wish for one try.
     *
     * @param delay zero if it may go ahead
     * @param firstRefusal the address was not refused since its last failure: worth one line in the log, not a thousand
     */
    public record Admission(Duration delay, boolean firstRefusal) {

        public boolean granted() {
            return delay.isZero();
        }
    }

    /**
     * Asks for one try. It counts as failed until {@link #succeeded}, so that tries at the same time cannot slip through
     * together; a refused one does not count.
     */
    public synchronized Admission admit(String address, String name) {
        long now = clock.nanos();
        String network = Addresses.network(address);
        Duration delay = byAddress.wait(network, now);
        if (byAddress.count(network, now) > 0) {
            Duration forAccount = byName.wait(name, now);
            delay = delay.compareTo(forAccount) >= 0 ? delay : forAccount;
        }
        if (!delay.isZero()) {
            if (refused.size() >= CAPACITY) {
                refused.clear();
            }
            return new Admission(delay, refused.add(network));
        }
        refused.remove(network);
        byAddress.record(network, now);
        byName.record(name, now);
        byPair.record(new Pair(network, name), now);
        return new Admission(Duration.ZERO, false);
    }

    /** The admitted try had the right password. */
    public synchronized void succeeded(String address, String name) {
        String network = Addresses.network(address);
        Pair pair = new Pair(network, name);
        int own = byPair.count(pair, clock.nanos());
        byPair.forgive(pair, own);
        byAddress.forgive(network, own);
        byName.forgive(name, own);
    }

    /** How many keys are held in memory. */
    synchronized int size() {
        return byPair.size() + byAddress.size() + byName.size() + refused.size();
    }
}
