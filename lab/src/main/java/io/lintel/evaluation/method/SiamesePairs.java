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
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The head of a siamese network: whether two faces show one person, with a probability, from how far each value of their embeddings lies apart (one dense
 * unit over |a - b|, Koch et al. 2015; LIBLINEAR). Trained on pairs of the cohort; somebody's score is that of their most similar picture.
 */
final class SiamesePairs implements DecisionMethod {

    private static final double COST = 10;
    private static final double TOLERANCE = 0.01;
    private static final int MOST_GENUINE = 2_000;

    /** Impostor pairs for each genuine one; the classes are weighed alike. */
    private static final int IMPOSTORS = 5;

    private List<Labelled> gallery = List.of();
    private Model model = new Model();

    @Override
    public String name() {
        return "siamese pairs";
    }

    @Override
    public void learn(List<Labelled> enrolled, List<Labelled> cohort) {
        gallery = enrolled;
        List<Feature[]> pairs = new ArrayList<>();
        for (int i = 0; i < cohort.size(); i++) {
            for (int j = 0; j < i && pairs.size() < MOST_GENUINE; j++) {
                if (cohort.get(i).person() == cohort.get(j).person()) {
                    pairs.add(features(cohort.get(i).embedding(), cohort.get(j).embedding()));
                }
            }
        }
        int genuine = pairs.size();
        Random random = new Random(genuine);
        while (pairs.size() < genuine * (1 + IMPOSTORS)) {
            Labelled one = cohort.get(random.nextInt(cohort.size()));
            Labelled other = cohort.get(random.nextInt(cohort.size()));
            if (one.person() != other.person()) {
                pairs.add(features(one.embedding(), other.embedding()));
            }
        }
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = pairs.size();
        problem.n = gallery.getFirst().embedding().length + 1;
        problem.x = pairs.toArray(Feature[][]::new);
        problem.y = IntStream.range(0, pairs.size())
                .mapToDouble(i -> i < genuine ? 1 : 0)
                .toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
        parameter.setWeights(new double[] {IMPOSTORS, 1}, new int[] {1, 0});
        model = Linear.train(problem, parameter);
    }

    /** The last one is the bias. */
    private static Feature[] features(float[] one, float[] other) {
        Feature[] features = new Feature[one.length + 1];
        for (int i = 0; i < one.length; i++) {
            features[i] = new FeatureNode(i + 1, Math.abs(one[i] - other[i]));
        }
        features[one.length] = new FeatureNode(one.length + 1, 1);
        return features;
    }

    @Override
    public Decision decide(float[] probe) {
        int same = model.getLabels()[0] == 1 ? 0 : 1;
        double[] probabilities = new double[2];
        int best = -1;
        double highest = -1;
        for (Labelled each : gallery) {
            Linear.predictProbability(model, features(probe, each.embedding()), probabilities);
            if (probabilities[same] > highest) {
                highest = probabilities[same];
                best = each.person();
            }
        }
        return new Decision(best, highest);
    }
}
