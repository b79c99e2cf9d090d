package io.lintel.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes the time of named stages, again and again. The fastest tenth is what a stage takes when nothing else wants the
 * processor; the median is what it takes on this machine as it is.
 */
final class StageTimes {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        nanos.computeIfAbsent(stage, name -> new ArrayList<>()).add(System.nanoTime() - start);
        return result;
    }

    void time(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return stage;
        });
    }

    Collection<String> stages() {
        return nanos.keySet();
    }

    double medianMillis(String stage) {
        return millisAt(stage, 0.5);
    }

    double quietMillis(String stage) {
        return millisAt(stage, 0.1);
    }

    double sumOfQuiet() {
        return stages().stream().mapToDouble(this::quietMillis).sum();
    }

    private double millisAt(String stage, double share) {
        List<Long> sorted =
                nanos.getOrDefault(stage, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was timed as " + stage);
        }
        return sorted.get((int) (sorted.size() * share)) / NANOS_PER_MILLI;
    }
}
