package io.lintel.evaluation.html;

import io.lintel.evaluation.ScoreHistogram;
import io.lintel.evaluation.statistics.Comparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The curves of a verification experiment. */
final class CurvePlots {

    private static final String BLUE = "#1f5fa8";
    private static final String RED = "#b5302a";
    private static final double STEP = 0.005;
    private static final double BAR = 0.02;
    private static final List<Double> RATES = List.of(1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0);
    private static final List<Double> SCORES = List.of(-0.2, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private final ScoreHistogram genuine;
    private final ScoreHistogram impostor;

    CurvePlots(Comparisons comparisons) {
        genuine = comparisons.genuineScores();
        impostor = comparisons.impostorScores();
    }

    /** Detection error trade-off, both axes logarithmic; the curve ends where a rate has no event left. */
    String det() {
        List<Plot.Dot> curve = thresholds()
                .filter(at ->
                        impostor.atOrAbove(at).events() > 0 && genuine.below(at).events() > 0)
                .mapToObj(at -> new Plot.Dot(
                        impostor.atOrAbove(at).value(), genuine.below(at).value()))
                .toList();
        return new Plot(rates("false match rate"), rates("false non-match rate"))
                .line("", BLUE, curve)
                .svg("DET: false non-match rate over false match rate");
    }

    String errors() {
        List<Plot.Dot> matches = new ArrayList<>();
        List<Plot.Dot> nonMatches = new ArrayList<>();
        thresholds().forEach(at -> {
            if (impostor.atOrAbove(at).events() > 0) {
                matches.add(new Plot.Dot(at, impostor.atOrAbove(at).value()));
            }
            if (genuine.below(at).events() > 0) {
                nonMatches.add(new Plot.Dot(at, genuine.below(at).value()));
            }
        });
        return new Plot(scoreAxis(), rates("rate"))
                .line("false match rate", RED, matches)
                .line("false non-match rate", BLUE, nonMatches)
                .svg("Error rates over the threshold");
    }

    String scores() {
        List<Plot.Dot> own = shares(genuine);
        List<Plot.Dot> others = shares(impostor);
        double most = java.util.stream.Stream.concat(own.stream(), others.stream())
                .mapToDouble(Plot.Dot::y)
                .max()
                .orElse(1);
        return new Plot(scoreAxis(), new Plot.Axis("share of the pairs", 0, most, false, List.of(0.0, most / 2, most)))
                .bars("#d98a85", others, BAR)
                .bars("#7aa6d688", own, BAR)
                .line("different people", RED, List.of())
                .line("one person", BLUE, List.of())
                .svg("Scores");
    }

    private static List<Plot.Dot> shares(ScoreHistogram scores) {
        return IntStream.range(-10, 50)
                .mapToObj(i -> new Plot.Dot(
                        i * BAR,
                        scores.atOrAbove(i * BAR).value()
                                - scores.atOrAbove((i + 1) * BAR).value()))
                .filter(dot -> dot.y() > 0)
                .toList();
    }

    private static java.util.stream.DoubleStream thresholds() {
        return IntStream.rangeClosed(-40, 200).mapToDouble(i -> i * STEP);
    }

    private static Plot.Axis rates(String title) {
        return new Plot.Axis(title, 1e-7, 1, true, RATES);
    }

    private static Plot.Axis scoreAxis() {
        return new Plot.Axis("score", -0.2, 1, false, SCORES);
    }
}
