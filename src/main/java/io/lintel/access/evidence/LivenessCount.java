package io.lintel.access.evidence;

import io.lintel.face.LivenessAnswer;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the answers of the liveness models, which take turns from frame to frame. Not thread-safe. */
final class LivenessCount {

    private record Sum(double weight, double probabilities, int answers) {

        double mean() {
            return probabilities / answers;
        }
    }

    private final Map<Integer, Sum> byModel = new TreeMap<>();
    private int asked;
    private int answers;
    private int models;

    void asked() {
        asked++;
    }

    void add(LivenessAnswer answer) {
        answers++;
        models = Math.max(models, answer.models());
        Sum before = byModel.getOrDefault(answer.model(), new Sum(answer.weight(), 0, 0));
        byModel.put(
                answer.model(),
                new Sum(answer.weight(), before.probabilities + answer.probability(), before.answers + 1));
    }

    LivenessTally tally() {
        double weights = byModel.values().stream().mapToDouble(Sum::weight).sum();
        double weighted = byModel.values().stream()
                .mapToDouble(sum -> sum.weight * sum.mean())
                .sum();
        double weakest = byModel.values().stream().mapToDouble(Sum::mean).min().orElse(0);
        return new LivenessTally(
                asked,
                answers,
                answers == 0 ? 0 : weighted / weights,
                weakest,
                answers > 0 && byModel.size() == models);
    }
}
