package io.lintel.property;

import java.util.function.Predicate;

/**
 * Makes a failing case smaller, whatever it is made of, by leaving out choices and lowering them: after Hypothesis (MacIver
 * and Donaldson, "Test-Case Reduction via Test-Case Generation", ECOOP 2020). It ends after seconds at most.
 */
final class Shrinker {

    private static final int ATTEMPTS = 10_000;
    private static final long NANOS = 3_000_000_000L;

    /** An element of a list is a few choices: multiples of most such numbers first. */
    private static final int[] CUTS = {96, 48, 24, 12, 8, 6, 5, 4, 3, 2, 1};

    private final Predicate<long[]> fails;
    private final long begin = System.nanoTime();
    private int attempts;
    private long[] smallest = new long[0];

    Shrinker(Predicate<long[]> fails) {
        this.fails = fails;
    }

    long[] shrink(long[] failing) {
        smallest = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = cut() | lower();
        }
        return smallest;
    }

    private boolean cut() {
        boolean smaller = false;
        for (int length : CUTS) {
            int step = length > 12 ? 12 : 1;
            for (int from = smallest.length - length; from >= 0; from -= step) {
                smaller |= from + length <= smallest.length && attempt(without(from, length));
            }
        }
        return smaller;
    }

    private boolean lower() {
        boolean smaller = false;
        for (int i = 0; i < smallest.length; i++) {
            long passing = -1;
            long next = 0;
            while (smallest[i] - passing > 1) {
                if (attempt(with(i, next))) {
                    smaller = true;
                } else {
                    passing = next;
                }
                next = passing + (smallest[i] - passing) / 2;
            }
        }
        return smaller;
    }

    private boolean attempt(long[] candidate) {
        if (attempts++ >= ATTEMPTS || System.nanoTime() - begin > NANOS || !fails.test(candidate)) {
            return false;
        }
        smallest = candidate;
        return true;
    }

    private long[] without(int from, int length) {
        long[] shorter = new long[smallest.length - length];
        System.arraycopy(smallest, 0, shorter, 0, from);
        System.arraycopy(smallest, from + length, shorter, from, shorter.length - from);
        return shorter;
    }

    private long[] with(int index, long value) {
        long[] changed = smallest.clone();
        changed[index] = value;
        return changed;
    }
}
