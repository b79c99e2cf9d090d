package io.lintel.evaluation.method;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One dense layer with a class for each person and one for everybody unknown, trained on the cohort; classes weighed by their size (LIBLINEAR, logistic
 * regression). The score is the person's probability.
 */
final class LogisticLayer implements DecisionMethod {

    private static final double COST = 100;
    private static final double TOLERANCE = 0.01;

    /** Rough gradients are as good here, and keep training short. */
    private Model model = new Model();

    private final boolean strict;
    private int unknown;

    LogisticLayer() {
        this(false);
    }

    /** @param strict whether a person whom the unknown class outdoes has the score 0: the layer's own answer is nobody */
    LogisticLayer(boolean strict) {
        this.strict = strict;
    }

    @Override
    public String name() {
        return "logistic layer with unknown class";
    }

    @Override
    public void learn(List<Labelled> gallery, List<Labelled> cohort) {
        unknown = gallery.stream().mapToInt(Labelled::person).max().orElse(-1) + 1;
        List<Labelled> all = new ArrayList<>(gallery);
        cohort.forEach(face -> all.add(new Labelled(unknown, face.embedding())));
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = all.size();
        problem.n = gallery.getFirst().embedding().length;
        problem.x = all.stream().map(each -> features(each.embedding())).toArray(Feature[][]::new);
        problem.y = all.stream().mapToDouble(Labelled::person).toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
        int[] classes = IntStream.rangeClosed(0, unknown).toArray();
        double[] weights = new double[classes.length];
        all.forEach(each -> weights[each.person()]++);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = all.size() / (weights.length * Math.max(1, weights[i]));
        }
        parameter.setWeights(weights, classes);
        model = Linear.train(problem, parameter);
    }

    private static Feature[] features(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new FeatureNode(i + 1, values[i]))
                .toArray(Feature[]::new);
    }

    @Override
    public Decision decide(float[] probe) {
        double[] probabilities = new double[model.getNrClass()];
        Linear.predictProbability(model, features(probe), probabilities);
        int[] labels = model.getLabels();
        int best = -1;
        double highest = -1;
        double nobody = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == unknown) {
                nobody = probabilities[i];
            }
            if (labels[i] != unknown && probabilities[i] > highest) {
                highest = probabilities[i];
                best = labels[i];
            }
        }
        return new Decision(best, strict && nobody >= highest ? 0 : highest);
    }
}
