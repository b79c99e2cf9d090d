package io.lintel.account;

import java.time.Duration;

/**
 * How the wait grows: nothing for the first failures, then one second, doubling up to a cap.
 *
 * @param free failures that cost nothing
 * @param cap the longest wait
 * @param memory a key that has not failed for so long starts anew
 */
record DelayRule(int free, Duration cap, Duration memory) {

    /** One address: a person mistypes a few times; a machine that guesses gets 4 tries an hour in the end. */
    static final DelayRule ADDRESS = new DelayRule(5, Duration.ofMinutes(15), Duration.ofHours(1));

    /** One account from many addresses: the cap is short, because its owner may be among those who wait. */
    static final DelayRule ACCOUNT = new DelayRule(10, Duration.ofMinutes(1), Duration.ofHours(1));

    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 30);
        Duration grown = Duration.ofSeconds(1L << doublings);
        return grown.compareTo(cap) < 0 ? grown : cap;
    }
}
