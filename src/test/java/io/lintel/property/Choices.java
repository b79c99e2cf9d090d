package io.lintel.property;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a case is generated from, as they were made: at random, or given again in order to repeat or reduce a
 * case. 0 is the simplest choice, and the answer once the given ones are used up.
 */
final class Choices {

    /** Of four tries one consists mostly of edge cases, so that several of them meet; the others have some. */
    private static final double[] EDGES_OF_A_TRY = {0.8, 0.1, 0.1, 0.1};

    private static final double NEAR_ZERO = 0.25;

    private final @Nullable RandomGenerator random;
    private final double edgeCases;
    private final long[] given;
    private long[] made = new long[16];
    private int size;

    private Choices(@Nullable RandomGenerator random, double edgeCases, long[] given) {
        this.random = random;
        this.edgeCases = edgeCases;
        this.given = given;
    }

    static Choices random(RandomGenerator random) {
        return new Choices(random, EDGES_OF_A_TRY[random.nextInt(EDGES_OF_A_TRY.length)], new long[0]);
    }

    static Choices replaying(long[] given) {
        return new Choices(null, 0, given);
    }

    /** A number from 0 to {@code max}: sometimes one of the edge cases, sometimes near 0, else any. */
    long upTo(long max, long... edges) {
        return record(max, random == null ? 0 : biased(random, max, edges));
    }

    /** A number from 0 to {@code max}, each as likely as the others. */
    long uniformUpTo(long max) {
        return record(max, random == null ? 0 : uniform(random, max));
    }

    /** Yes (1) or no (0), as wanted unless a given choice says otherwise. */
    boolean flag(boolean wanted) {
        return record(1, wanted ? 1 : 0) == 1;
    }

    /** A number from 0 to {@code max} that is not recorded: to be made known by later choices. 0 if these are given. */
    int unrecordedUpTo(int max) {
        return random == null ? 0 : (int) biased(random, max, 0, Math.min(1, max), max);
    }

    long[] made() {
        return Arrays.copyOf(made, size);
    }

    private long record(long max, long generated) {
        long choice = random != null ? generated : size < given.length ? Math.min(given[size], max) : 0;
        if (size == made.length) {
            made = Arrays.copyOf(made, 2 * size);
        }
        made[size++] = choice;
        return choice;
    }

    private long biased(RandomGenerator random, long max, long... edges) {
        if (random.nextDouble() < edgeCases) {
            return edges[random.nextInt(edges.length)];
        }
        boolean near = max > 16 && random.nextDouble() < NEAR_ZERO;
        return uniform(random, near ? max >> random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(max)) : max);
    }

    private static long uniform(RandomGenerator random, long max) {
        return max == Long.MAX_VALUE ? random.nextLong() >>> 1 : random.nextLong(max + 1);
    }
}
