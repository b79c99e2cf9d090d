package io.lintel.evaluation.method;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.recognition.LabelledFace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The fourth predecessor's protocol: people with two pictures or more; of all pictures four in five are learnt, and the rest are to be named. */
final class ClosedSet {

    private static final double TEST_SHARE = 0.2;
    private static final long SEED = 42;
    private static final int SPLITS = 5;

    /** One against one: a minute a split with a thousand people. */
    private static final int SPLITS_OF_SLOW_METHODS = 1;

    private final Map<String, List<LabelledFace>> people;

    /** One way to divide the pictures. @param known how many people are learnt: numbers from there on are of people who cannot be named */
    private record Split(List<DecisionMethod.Labelled> gallery, List<DecisionMethod.Labelled> probes, int known) {}

    ClosedSet(List<LabelledFace> faces) {
        people = LabelledFace.byPerson(faces);
    }

    Report report() {
        List<DecisionMethod.Labelled> all = new ArrayList<>();
        int person = 0;
        for (List<LabelledFace> own : people.values()) {
            if (own.size() >= 2) {
                for (LabelledFace face : own) {
                    all.add(new DecisionMethod.Labelled(person, face.embedding().values()));
                }
                person++;
            }
        }
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < SPLITS; i++) {
            splits.add(split(all, SEED + i));
        }
        List<Figure> figures = new ArrayList<>(figures(() -> new Centroid(false), splits));
        figures.addAll(figures(() -> new Nearest(1), splits));
        figures.addAll(figures(() -> new Nearest(3), splits));
        List<Split> few = splits.subList(0, SPLITS_OF_SLOW_METHODS);
        figures.addAll(figures(() -> new SupportVectors(1, 0), few));
        figures.addAll(figures(() -> new SupportVectors(10, 1), few));
        figures.addAll(figures(TunedSupportVectors::new, few));
        Split first = splits.getFirst();
        long nameless = first.probes().stream()
                .filter(probe -> probe.person() >= first.known())
                .count();
        return new Report(
                "Closed set: %d people with two pictures or more, %d to learn, %d probes; %d splits, of support vector machines %d"
                        .formatted(
                                person, first.gallery().size(), first.probes().size(), SPLITS, SPLITS_OF_SLOW_METHODS),
                figures,
                List.of(
                        "The fourth predecessor published accuracy 0.80, macro precision 0.63, recall 0.70, weighted F1 0.70 on its own split.",
                        "Probes are drawn over all pictures, as there: %d of the first split show people none of whose pictures is learnt. They count as errors, except in the lines that say so."
                                .formatted(nameless)));
    }

    private static Split split(List<DecisionMethod.Labelled> all, long seed) {
        List<DecisionMethod.Labelled> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        int tests = (int) Math.ceil(TEST_SHARE * shuffled.size());
        // Numbers of learnt people must be without gaps; people who are only among the probes come after them.
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        List<DecisionMethod.Labelled> gallery = renumbered(shuffled.subList(tests, shuffled.size()), numbers);
        int known = numbers.size();
        return new Split(gallery, renumbered(shuffled.subList(0, tests), numbers), known);
    }

    private static List<DecisionMethod.Labelled> renumbered(
            List<DecisionMethod.Labelled> faces, Map<Integer, Integer> numbers) {
        return faces.stream()
                .map(each -> new DecisionMethod.Labelled(
                        numbers.computeIfAbsent(each.person(), added -> numbers.size()), each.embedding()))
                .toList();
    }

    private static List<Figure> figures(Supplier<DecisionMethod> methods, List<Split> splits) {
        List<ClassScores> all = new ArrayList<>();
        List<ClassScores> nameable = new ArrayList<>();
        long right = 0;
        long probes = 0;
        long nameableProbes = 0;
        String name = "";
        for (Split split : splits) {
            DecisionMethod method = methods.get();
            method.learn(split.gallery(), List.of());
            name = method.name();
            List<Integer> answers = split.probes().parallelStream()
                    .map(probe -> method.decide(probe.embedding()).person())
                    .toList();
            List<Integer> truth =
                    split.probes().stream().map(DecisionMethod.Labelled::person).toList();
            List<Integer> knownTruth = new ArrayList<>();
            List<Integer> knownAnswers = new ArrayList<>();
            for (int i = 0; i < truth.size(); i++) {
                right += truth.get(i).equals(answers.get(i)) ? 1 : 0;
                if (truth.get(i) < split.known()) {
                    knownTruth.add(truth.get(i));
                    knownAnswers.add(answers.get(i));
                }
            }
            probes += truth.size();
            nameableProbes += knownTruth.size();
            all.add(ClassScores.of(truth, answers));
            nameable.add(ClassScores.of(knownTruth, knownAnswers));
        }
        // the splits share pictures: no more trials are independent than one has
        int each = splits.size();
        return List.of(
                Figure.of("accuracy " + name, name + ": accuracy", new Rate(right, probes, probes / each)),
                Figure.of(
                        "precision " + name,
                        "  macro precision",
                        ClassScores.mean(all).precision()),
                Figure.of(
                        "recall " + name,
                        "  macro recall",
                        ClassScores.mean(all).recall()),
                Figure.of(
                        "macro-f1 " + name, "  macro F1", ClassScores.mean(all).macroF1()),
                Figure.of(
                        "weighted-f1 " + name,
                        "  weighted F1",
                        ClassScores.mean(all).weightedF1()),
                Figure.of(
                        "accuracy-of-learnt " + name,
                        "  accuracy where somebody's picture is learnt",
                        new Rate(right, nameableProbes, nameableProbes / each)),
                Figure.of(
                        "macro-f1-of-learnt " + name,
                        "  macro F1 where somebody's picture is learnt",
                        ClassScores.mean(nameable).macroF1()));
    }
}
