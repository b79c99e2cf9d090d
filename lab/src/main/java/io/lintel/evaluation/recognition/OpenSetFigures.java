package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Interval;
import io.lintel.benchmark.Rate;
import io.lintel.evaluation.statistics.PersonBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Open-set search (ISO/IEC 19795-1): false negative identification rate (FNIR) at a false positive identification rate (FPIR), where most visitors may be
 * strangers. Intervals draw probes by people; the gallery stays.
 */
final class OpenSetFigures {

    static final double[] FPIRS = {0.01, 0.003, 0.001};

    private static final int DRAWS = 300;

    /** The answer to a probe. @param person number of the probe's person @param right whether the best match is them */
    private record Answer(int person, boolean stranger, boolean right, float score) {}

    private final String key;
    private final String label;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Integer> people = new LinkedHashMap<>();
    private final int gallery;

    OpenSetFigures(String key, String label, SearchPlan plan) {
        this.key = key;
        this.label = label;
        List<String> names = List.copyOf(plan.enrolled().keySet());
        gallery = names.size();
        float[][] templates = names.stream()
                .map(name -> SearchPlan.template(plan.enrolled().getOrDefault(name, List.of()))
                        .values())
                .toArray(float[][]::new);
        plan.mated().forEach(probe -> answers.add(answer(probe, false, names, templates)));
        plan.strangers().forEach(probe -> answers.add(answer(probe, true, names, templates)));
    }

    private Answer answer(LabelledFace probe, boolean stranger, List<String> names, float[][] templates) {
        float[] values = probe.embedding().values();
        float best = -2;
        int who = -1;
        for (int i = 0; i < templates.length; i++) {
            float sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[j] * templates[i][j];
            }
            if (sum > best) {
                best = sum;
                who = i;
            }
        }
        int person = people.computeIfAbsent(probe.person(), added -> people.size());
        return new Answer(
                person, stranger, !stranger && who >= 0 && names.get(who).equals(probe.person()), best);
    }

    List<Figure> figures() {
        long strangers = answers.stream().filter(Answer::stranger).count();
        long mated = answers.size() - strangers;
        if (gallery == 0 || mated == 0) {
            return List.of(Figure.of("rank-1" + key, "rank-1 rate" + label, Double.NaN));
        }
        int[] once = new int[people.size()];
        Arrays.fill(once, 1);
        double[] measured = statistics(once);
        Interval[] intervals = PersonBootstrap.intervals(people.size(), DRAWS, this::statistics);
        List<Figure> figures = new ArrayList<>();
        long right = answers.stream().filter(Answer::right).count();
        figures.add(Figure.of(
                "rank-1" + key,
                "rank-1 rate, %d enrolled%s".formatted(gallery, label),
                new Rate(right, mated),
                intervals[0]));
        figures.add(Figure.of(
                "rank-1-of-people" + key,
                "rank-1 rate, mean of people, %%, of %d%s".formatted(matedPeople(), label),
                100 * measured[1],
                percent(intervals[1])));
        for (int i = 0; i < FPIRS.length; i++) {
            String percent = String.format(Locale.ROOT, "%s", 100 * FPIRS[i]);
            if (strangers * FPIRS[i] < 1) {
                figures.add(Figure.of(
                        "fnir-at-fpir-" + FPIRS[i] + key,
                        "FNIR at FPIR %s %%%s: %d strangers' pictures are too few".formatted(percent, label, strangers),
                        Double.NaN));
                continue;
            }
            double threshold = measured[2 + 2 * i];
            long missed = answers.stream()
                    .filter(each -> !each.stranger() && !(each.right() && each.score() >= threshold))
                    .count();
            figures.add(Figure.of(
                    "threshold-at-fpir-" + FPIRS[i] + key,
                    "threshold at FPIR %s %%%s, by %d strangers' pictures".formatted(percent, label, strangers),
                    threshold,
                    intervals[2 + 2 * i]));
            figures.add(Figure.of(
                    "fnir-at-fpir-" + FPIRS[i] + key,
                    "FNIR at FPIR %s %%, %d enrolled%s".formatted(percent, gallery, label),
                    new Rate(missed, mated),
                    intervals[3 + 2 * i]));
        }
        return figures;
    }

    private long matedPeople() {
        return answers.stream()
                .filter(each -> !each.stranger())
                .mapToInt(Answer::person)
                .distinct()
                .count();
    }

    static Interval percent(Interval interval) {
        return new Interval(100 * interval.low(), 100 * interval.high());
    }

    /** Rank-1; rank-1 of people; then threshold and FNIR at each FPIR: of a sample of the probes' people. */
    private double[] statistics(int[] times) {
        double[] answer = new double[2 + 2 * FPIRS.length];
        double probes = 0;
        double right = 0;
        double[] ofPerson = new double[times.length];
        double[] rightOfPerson = new double[times.length];
        for (Answer each : answers) {
            if (!each.stranger()) {
                probes += times[each.person()];
                ofPerson[each.person()]++;
                if (each.right()) {
                    right += times[each.person()];
                    rightOfPerson[each.person()]++;
                }
            }
        }
        answer[0] = right / probes;
        double sum = 0;
        double weights = 0;
        for (int person = 0; person < times.length; person++) {
            if (ofPerson[person] > 0) {
                sum += times[person] * rightOfPerson[person] / ofPerson[person];
                weights += times[person];
            }
        }
        answer[1] = sum / weights;
        List<Answer> strangers = answers.stream()
                .filter(Answer::stranger)
                .sorted((a, b) -> Float.compare(b.score(), a.score()))
                .toList();
        double all =
                strangers.stream().mapToDouble(each -> times[each.person()]).sum();
        for (int i = 0; i < FPIRS.length; i++) {
            double threshold = threshold(strangers, times, FPIRS[i] * all);
            double found = answers.stream()
                    .filter(each -> each.right() && each.score() >= threshold)
                    .mapToDouble(each -> times[each.person()])
                    .sum();
            answer[2 + 2 * i] = threshold;
            answer[3 + 2 * i] = 1 - found / probes;
        }
        return answer;
    }

    private static double threshold(List<Answer> strangers, int[] times, double allowed) {
        double above = 0;
        for (Answer each : strangers) {
            above += times[each.person()];
            if (above > allowed) {
                return Math.floor(each.score() * 1e4 + 1) / 1e4;
            }
        }
        return -1;
    }

    /** FNIR at {@code FPIRS[i]}, 0 to 1. */
    static List<Figure> of(SearchPlan plan) {
        List<Figure> figures = new ArrayList<>(new OpenSetFigures("", ", one picture a template", plan).figures());
        for (int most = 2; most <= 3; most++) {
            figures.addAll(new OpenSetFigures("-up-to-" + most, ", up to %d pictures".formatted(most), plan.upTo(most))
                    .figures());
        }
        if (!plan.withPictures(3, 3).mated().isEmpty()) {
            IntStream.rangeClosed(1, 3)
                    .forEach(used -> figures.addAll(new OpenSetFigures(
                                    "-same-probes-" + used,
                                    ", %d of 3 pictures, the same probes".formatted(used),
                                    plan.withPictures(3, used))
                            .figures()));
        }
        return figures;
    }
}
