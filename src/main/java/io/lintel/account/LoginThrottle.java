package io.lintel.account;

import io.lintel.system.ExponentialBackoff;
import io.lintel.system.FailureCounter;
import io.lintel.system.FailureDelay;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Slows guessing down, by address, by IPv6 network, by account, and alone for a browser that has signed in to the account before. Thread-safe.
 *
 * <p>An address that fails waits longer and longer, whatever names it tries. An IPv6 network, and an account that fails from many addresses,
 * wait as well, up to a minute, the account not for a network without a failure of its own: so nobody can keep the owner out from
 * elsewhere, who gets in at once with the right password. From the same network the owner gets in by a known browser, whose guesses are
 * counted by nothing but itself. A success forgives only the failures for the same name from the
 * same address, so one account does not buy tries at another.
 */
public final class LoginThrottle {

    private static final int CAPACITY = 4_096;

    /** One address: a person mistypes a few times; a machine that guesses gets 4 tries an hour in the end. */
    private static final FailureDelay ADDRESS = new FailureDelay(
            5, new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(15)), Duration.ofHours(1));

    /** One account from many addresses: the limit is short, because its owner may be among those who wait. */
    private static final FailureDelay ACCOUNT = new FailureDelay(
            10, new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), Duration.ofHours(1));

    /** All of an IPv6 /64: one sender may choose among its addresses, but a whole office shares it too. */
    private static final FailureDelay NETWORK = new FailureDelay(
            20, new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), Duration.ofHours(1));

    private record Pair(String address, String name) {}

    private final MonotonicClock clock;
    private final FailureCounter<Pair> byPair = new FailureCounter<>(ADDRESS, CAPACITY);
    private final FailureCounter<String> byAddress = new FailureCounter<>(ADDRESS, CAPACITY);
    private final FailureCounter<String> byNetwork = new FailureCounter<>(NETWORK, CAPACITY);
    private final FailureCounter<String> byName = new FailureCounter<>(ACCOUNT, CAPACITY);
    private final FailureCounter<String> byBrowser = new FailureCounter<>(ADDRESS, CAPACITY);

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
     *
     * @param browser of {@link KnownBrowsers#key}
     */
    public synchronized Admission admit(String address, String name, Optional<String> browser) {
        long now = clock.nanos();
        if (browser.isPresent()) {
            return admit(byBrowser, browser.get(), now);
        }
        String single = Addresses.single(address);
        String network = Addresses.network(address);
        Duration delay = longer(byAddress.wait(single, now), byNetwork.wait(network, now));
        if (byNetwork.count(network, now) > 0) {
            delay = longer(delay, byName.wait(name, now));
        }
        if (!delay.isZero()) {
            return refuse(single, delay);
        }
        refused.remove(single);
        byAddress.record(single, now);
        byNetwork.record(network, now);
        byName.record(name, now);
        byPair.record(new Pair(single, name), now);
        return new Admission(Duration.ZERO, false);
    }

    /** The admitted try had the right password. */
    public synchronized void succeeded(String address, String name, Optional<String> browser) {
        if (browser.isPresent()) {
            byBrowser.forget(browser.get());
            return;
        }
        String single = Addresses.single(address);
        Pair pair = new Pair(single, name);
        int own = byPair.count(pair, clock.nanos());
        byPair.forgive(pair, own);
        byAddress.forgive(single, own);
        byNetwork.forgive(Addresses.network(address), own);
        byName.forgive(name, own);
    }

    private Admission admit(FailureCounter<String> counter, String key, long now) {
        Duration delay = counter.wait(key, now);
        if (!delay.isZero()) {
            return refuse(key, delay);
        }
        refused.remove(key);
        counter.record(key, now);
        return new Admission(Duration.ZERO, false);
    }

    private Admission refuse(String key, Duration delay) {
        if (refused.size() >= CAPACITY) {
            refused.clear();
        }
        return new Admission(delay, refused.add(key));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** How many keys are held in memory. */
    synchronized int size() {
        return byPair.size() + byAddress.size() + byNetwork.size() + byName.size() + byBrowser.size() + refused.size();
    }
}
