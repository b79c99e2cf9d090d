package io.lintel.evaluation.method;

import io.lintel.evaluation.statistics.Comparisons;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** k nearest neighbours: each of the k nearest pictures votes with its cosine; the score is the mean vote. */
final class Nearest implements DecisionMethod {

    private final int k;
    private List<Labelled> gallery = List.of();

    Nearest(int k) {
        this.k = k;
    }

    @Override
    public String name() {
        return k == 1 ? "nearest picture" : k + " nearest pictures";
    }

    @Override
    public void learn(List<Labelled> enrolled, List<Labelled> cohort) {
        gallery = enrolled;
    }

    @Override
    public Decision decide(float[] probe) {
        Map<Integer, Double> votes = new HashMap<>();
        gallery.stream()
                .map(each -> new Decision(each.person(), Comparisons.dot(probe, each.embedding())))
                .sorted(Comparator.comparingDouble(Decision::score).reversed())
                .limit(k)
                .forEach(each -> votes.merge(each.person(), each.score() / k, Double::sum));
        Map.Entry<Integer, Double> best =
                votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new Decision(best.getKey(), best.getValue());
    }
}
