package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Figure;
import io.lintel.evaluation.data.PicturePair;
import io.lintel.evaluation.statistics.Comparisons;
import io.lintel.evaluation.statistics.FoldAccuracy;
import io.lintel.evaluation.statistics.OperatingPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What comparisons of two pictures are worth, as figures of a report. */
final class RecognitionFigures {

    static final double[] FMRS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
    static final double[] SCORES = {0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7};

    private RecognitionFigures() {}

    static List<Figure> of(Comparisons comparisons) {
        OperatingPoints points = new OperatingPoints(comparisons, FMRS, SCORES);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "genuine-pairs",
                "pairs of pictures of one person",
                comparisons.genuine().size()));
        figures.add(Figure.of("genuine-people", "people with such pairs", comparisons.peopleWithPairs()));
        figures.add(Figure.of(
                "impostor-pairs",
                "pairs of pictures of different people",
                comparisons.impostorScores().count()));
        figures.add(Figure.of("people", "people", comparisons.people()));
        figures.add(Figure.of(
                "genuine-mean",
                "mean score of one person's pictures",
                comparisons.genuineScores().mean()));
        figures.add(Figure.of(
                "impostor-mean",
                "mean score of different people",
                comparisons.impostorScores().mean()));
        figures.add(Figure.of(
                "impostor-highest",
                "highest score of different people",
                comparisons.impostorScores().highest()));
        figures.add(Figure.of(
                "eer-percent",
                "equal error rate, %",
                100 * points.eer(),
                OpenSetFigures.percent(points.eerInterval())));
        for (int i = 0; i < FMRS.length; i++) {
            String name = String.format(Locale.ROOT, "%.0e", FMRS[i]).replace("e-0", "e-");
            if (comparisons.impostorScores().count() * FMRS[i] < 1) {
                figures.add(Figure.of(
                        "tar-at-fmr-" + name,
                        "TAR at FMR " + name + ": too few pairs of different people",
                        Double.NaN));
                continue;
            }
            figures.add(Figure.of(
                    "score-at-fmr-" + name,
                    "threshold at FMR " + name,
                    points.threshold(i),
                    points.thresholdInterval(i)));
            figures.add(Figure.of("tar-at-fmr-" + name, "TAR at FMR " + name, points.tar(i), points.tarInterval(i)));
            figures.add(Figure.of(
                    "tar-of-people-at-fmr-" + name,
                    "TAR at FMR " + name + ", mean of people, %",
                    100 * points.tarOfPeople(i),
                    OpenSetFigures.percent(points.tarOfPeopleInterval(i))));
        }
        for (int i = 0; i < SCORES.length; i++) {
            figures.add(Figure.of("fmr-at-" + SCORES[i], "FMR at " + SCORES[i], points.fmr(i), points.fmrInterval(i)));
            figures.add(
                    Figure.of("fnmr-at-" + SCORES[i], "FNMR at " + SCORES[i], points.fnmr(i), points.fnmrInterval(i)));
        }
        return figures;
    }

    /** Of the pairs that the data set prescribes, else of as many of each kind drawn for ten folds of people. */
    static List<Figure> tenFold(List<LabelledFace> faces, List<PicturePair> prescribed) {
        List<PicturePair> pairs = prescribed.isEmpty() ? DrawnPairs.of(faces) : prescribed;
        long folds = pairs.stream().map(PicturePair::fold).distinct().count();
        if (folds < 2) {
            return List.of();
        }
        FoldAccuracy accuracy = FoldAccuracy.of(pairs.stream()
                .map(pair -> new FoldAccuracy.Scored(
                        faces.get(pair.first())
                                .embedding()
                                .cosine(faces.get(pair.second()).embedding()),
                        pair.same(),
                        pair.fold()))
                .toList());
        return List.of(Figure.of(
                "fold-accuracy-percent",
                "accuracy of %d %s pairs in %d folds, %%"
                        .formatted(accuracy.pairs(), prescribed.isEmpty() ? "drawn" : "prescribed", folds),
                100 * accuracy.accuracy(),
                OpenSetFigures.percent(accuracy.interval())));
    }
}
