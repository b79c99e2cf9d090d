package io.lintel.evaluation.method;

import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Accuracy, precision, recall and F1 of a closed set, as scikit-learn's {@code classification_report} counts them: over the classes that occur among the
 * true or the answered ones; a class without answers has precision 0.
 */
record ClassScores(double accuracy, double precision, double recall, double macroF1, double weightedF1) {

    /** @param scores at least one */
    static ClassScores mean(List<ClassScores> scores) {
        return new ClassScores(
                mean(scores, ClassScores::accuracy),
                mean(scores, ClassScores::precision),
                mean(scores, ClassScores::recall),
                mean(scores, ClassScores::macroF1),
                mean(scores, ClassScores::weightedF1));
    }

    private static double mean(List<ClassScores> scores, ToDoubleFunction<ClassScores> score) {
        return scores.stream().mapToDouble(score).average().orElseThrow();
    }

    /** @param truth and {@code answers} of the same length, at least one */
    static ClassScores of(List<Integer> truth, List<Integer> answers) {
        TreeSet<Integer> classes = new TreeSet<>(truth);
        classes.addAll(answers);
        double right = 0;
        double precision = 0;
        double recall = 0;
        double macro = 0;
        double weighted = 0;
        for (int each : classes) {
            double hits = 0;
            double said = 0;
            double is = 0;
            for (int i = 0; i < truth.size(); i++) {
                hits += truth.get(i) == each && answers.get(i) == each ? 1 : 0;
                said += answers.get(i) == each ? 1 : 0;
                is += truth.get(i) == each ? 1 : 0;
            }
            double f1 = said + is == 0 ? 0 : 2 * hits / (said + is);
            right += hits;
            precision += said == 0 ? 0 : hits / said;
            recall += is == 0 ? 0 : hits / is;
            macro += f1;
            weighted += f1 * is;
        }
        int n = classes.size();
        return new ClassScores(right / truth.size(), precision / n, recall / n, macro / n, weighted / truth.size());
    }
}
