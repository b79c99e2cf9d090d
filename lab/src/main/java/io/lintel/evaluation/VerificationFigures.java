package io.lintel.evaluation;

import io.lintel.benchmark.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Comparisons as figures of a report. */
final class VerificationFigures {

    /** The lowest threshold that is ever used (decision 0050) and the places around it. */
    private static final double[] SCORES = {0.5, 0.55, 0.6, 0.65, 0.7};

    private VerificationFigures() {}

    static List<Figure> of(FaceVerification verification) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "genuine-mean",
                "mean score of one person's pictures",
                verification.genuine().mean()));
        figures.add(Figure.of(
                "impostor-mean",
                "mean score of different people",
                verification.impostor().mean()));
        figures.add(Figure.of(
                "impostor-highest",
                "highest score of different people",
                verification.impostor().highest()));
        figures.add(Figure.of("eer-percent", "equal error rate, %", 100 * verification.equalErrorRate()));
        for (double fmr : FaceVerification.OPERATING_POINTS) {
            String name = String.format(Locale.ROOT, "%.0e", fmr).replace("e-0", "e-");
            double threshold = verification.threshold(fmr);
            figures.add(Figure.of("score-at-fmr-" + name, "score at FMR " + name, threshold));
            figures.add(Figure.of("tar-at-fmr-" + name, "TAR at FMR " + name, verification.tarAtFmr(fmr)));
        }
        for (double score : SCORES) {
            figures.add(Figure.of(
                    "fmr-at-" + score,
                    "FMR at " + score,
                    verification.impostor().atOrAbove(score)));
            figures.add(Figure.of(
                    "fnmr-at-" + score,
                    "FNMR at " + score,
                    verification.genuine().below(score)));
        }
        return figures;
    }
}
