package io.lintel.evaluation.calibration;

import io.lintel.access.evidence.ScorePoint;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Interval;
import io.lintel.evaluation.recognition.LabelledFace;
import io.lintel.evaluation.statistics.Comparisons;
import io.lintel.model.ScoreTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Whether a calibration holds for others: fitted to a third of the people, measured on the other two thirds, several times. Rates per comparison, and
 * per search of galleries with one picture a person at the threshold that the door's rule takes from the table.
 */
final class LeftOutPeople {

    private static final int SPLITS = 12;
    private static final int GALLERIES = 4;
    private static final int[] SIZES = {10, 100, 1000};
    private static final int LEAST_STRANGERS = 100;
    private static final double FPIR = 0.003;
    private static final double[] RATES = {1e-3, 1e-4, 1e-5};
    private static final long SEED = 17;

    private final Map<String, List<LabelledFace>> people;
    private final double[][] rates = new double[RATES.length][SPLITS];
    private final double[][] searches = new double[SIZES.length][SPLITS];

    LeftOutPeople(List<LabelledFace> faces) {
        people = LabelledFace.byPerson(faces);
    }

    List<Figure> figures() {
        Random random = new Random(SEED);
        List<String> names = new ArrayList<>(people.keySet());
        for (int split = 0; split < SPLITS; split++) {
            Collections.shuffle(names, random);
            measure(split, names.subList(0, names.size() / 3), names.subList(names.size() / 3, names.size()));
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < RATES.length; i++) {
            String rate = String.format(Locale.ROOT, "%.0e", RATES[i]).replace("e-0", "e-");
            figures.add(figure(
                    "left-out-fmr-" + rate,
                    "measured / promised FMR " + rate + ", left-out people",
                    rates[i],
                    RATES[i]));
        }
        for (int i = 0; i < SIZES.length; i++) {
            figures.add(figure(
                    "left-out-fpir-" + SIZES[i],
                    "measured / promised FPIR 0.003, gallery of " + SIZES[i] + ", left-out people",
                    searches[i],
                    FPIR));
        }
        return figures;
    }

    /** Mean of the splits; between what 95 % of them lie. */
    private static Figure figure(String key, String label, double[] measured, double promised) {
        double[] ratios = Arrays.stream(measured)
                .filter(Double::isFinite)
                .map(each -> each / promised)
                .sorted()
                .toArray();
        return ratios.length < SPLITS
                ? Figure.of(key, label + ": too few people", Double.NaN)
                : Figure.of(
                        key,
                        label,
                        Arrays.stream(ratios).average().orElse(Double.NaN),
                        new Interval(ratios[0], ratios[ratios.length - 1]));
    }

    private void measure(int split, List<String> known, List<String> others) {
        Comparisons fitted = LabelledFace.compare(faces(known));
        ScoreTable table =
                TailTable.table(TailTable.fit(fitted), fitted.impostorScores().count(), "a third of the people");
        ThresholdTable rule = new ThresholdTable(
                table.points().stream()
                        .map(point -> new ScorePoint(point.score(), point.fmr()))
                        .toList(),
                table.population());
        Comparisons left = LabelledFace.compare(faces(others));
        for (int i = 0; i < RATES.length; i++) {
            rates[i][split] =
                    left.impostorScores().atOrAbove(rule.scoreAt(RATES[i])).value();
        }
        Random random = new Random(SEED + split);
        for (int i = 0; i < SIZES.length; i++) {
            searches[i][split] = others.size() < SIZES[i] + LEAST_STRANGERS
                    ? Double.NaN
                    : falsePositives(SIZES[i], rule.scoreAt(-Math.expm1(Math.log1p(-FPIR) / SIZES[i])), others, random);
        }
    }

    private double falsePositives(int size, double threshold, List<String> others, Random random) {
        List<String> drawn = new ArrayList<>(others);
        long hits = 0;
        long probes = 0;
        for (int gallery = 0; gallery < GALLERIES; gallery++) {
            Collections.shuffle(drawn, random);
            List<float[]> templates = drawn.subList(0, size).stream()
                    .map(name -> pictures(name).getFirst().embedding().values())
                    .toList();
            List<LabelledFace> strangers = faces(drawn.subList(size, drawn.size()));
            probes += strangers.size();
            hits += strangers.parallelStream()
                    .map(stranger -> stranger.embedding().values())
                    .filter(probe -> templates.stream().anyMatch(each -> Comparisons.dot(probe, each) >= threshold))
                    .count();
        }
        return (double) hits / probes;
    }

    private List<LabelledFace> faces(List<String> names) {
        return names.stream().flatMap(name -> pictures(name).stream()).toList();
    }

    private List<LabelledFace> pictures(String name) {
        return people.getOrDefault(name, List.of());
    }
}
