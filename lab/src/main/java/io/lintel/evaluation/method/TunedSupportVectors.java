package io.lintel.evaluation.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A support vector machine whose cost and kernel are chosen by a grid search: three folds over the learnt pictures of people who have three or more. Where nobody
 * has, by leaving the grid's middle as it is.
 */
final class TunedSupportVectors implements DecisionMethod {

    private static final double[] COSTS = {1, 10, 100};

    /** 0 is the linear kernel. */
    private static final double[] GAMMAS = {0, 0.3, 1, 3};

    private static final int FOLDS = 3;

    /** One against one, time grows with the square of the people. */
    private static final int MOST_PEOPLE = 60;

    private SupportVectors chosen = new SupportVectors(10, 1);

    @Override
    public String name() {
        return "SVM, grid search";
    }

    /** What the search has chosen. */
    String choice() {
        return chosen.name();
    }

    @Override
    public void learn(List<Labelled> gallery, List<Labelled> cohort) {
        List<Labelled> searched = searched(gallery);
        double highest = -1;
        for (double cost : COSTS) {
            for (double gamma : GAMMAS) {
                double right = searched.isEmpty() ? 0 : rightOf(searched, cost, gamma);
                if (right > highest && (!searched.isEmpty() || cost == 10 && gamma == 1)) {
                    highest = right;
                    chosen = new SupportVectors(cost, gamma);
                }
            }
        }
        chosen.learn(gallery, cohort);
    }

    private static List<Labelled> searched(List<Labelled> gallery) {
        Map<Integer, List<Labelled>> people =
                gallery.stream().collect(Collectors.groupingBy(Labelled::person, TreeMap::new, Collectors.toList()));
        List<List<Labelled>> rich = people.values().stream()
                .filter(own -> own.size() >= FOLDS)
                .limit(MOST_PEOPLE)
                .toList();
        List<Labelled> searched = new ArrayList<>();
        for (int person = 0; rich.size() > 1 && person < rich.size(); person++) {
            for (Labelled each : rich.get(person)) {
                searched.add(new Labelled(person, each.embedding()));
            }
        }
        return searched;
    }

    private static double rightOf(List<Labelled> searched, double cost, double gamma) {
        double right = 0;
        Map<Integer, List<Labelled>> people = searched.stream().collect(Collectors.groupingBy(Labelled::person));
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Labelled> learnt = new ArrayList<>();
            List<Labelled> asked = new ArrayList<>();
            for (List<Labelled> own : people.values()) {
                for (int i = 0; i < own.size(); i++) {
                    (i % FOLDS == fold ? asked : learnt).add(own.get(i));
                }
            }
            SupportVectors machine = new SupportVectors(cost, gamma);
            machine.learn(learnt, List.of());
            right += asked.stream()
                    .filter(each -> machine.decide(each.embedding()).person() == each.person())
                    .count();
        }
        return right;
    }

    @Override
    public Decision decide(float[] probe) {
        return chosen.decide(probe);
    }
}
