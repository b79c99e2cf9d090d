package io.lintel.property;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Runs one property: try by try until one fails, which is then reduced and reported with the seed that repeats it. */
record PropertyRunner(int tries, long seed) {

    interface Body {
        void accept(Generator generator) throws Throwable;
    }

    private record Failure(long[] choices, Generator sample, Throwable error) {}

    void run(Body body) {
        for (int i = 0; i < tries; i++) {
            Failure failure = failureOf(body, Choices.random(new SplittableRandom(seed + i)));
            if (failure != null) {
                Failure smallest = reduced(body, failure);
                throw new AssertionError(
                        "%s%n  fails in try %d of %d; smallest sample found: %s%n  to repeat it: -Dproperty.seed=%d"
                                .formatted(smallest.error.getMessage(), i + 1, tries, smallest.sample, seed + i),
                        smallest.error);
            }
        }
    }

    private static Failure reduced(Body body, Failure first) {
        Failure[] smallest = {first};
        new Shrinker(choices -> {
                    Failure failure = failureOf(body, Choices.replaying(choices));
                    boolean same = failure != null && failure.error.getClass() == first.error.getClass();
                    if (same) {
                        smallest[0] = failure;
                    }
                    return same;
                })
                .shrink(first.choices);
        return smallest[0];
    }

    private static @Nullable Failure failureOf(Body body, Choices choices) {
        Generator generator = new Generator(choices);
        try {
            body.accept(generator);
            return null;
        } catch (Throwable e) {
            return new Failure(choices.made(), generator, e);
        }
    }
}
