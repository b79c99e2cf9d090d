package io.lintel.evaluation.method;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import io.lintel.benchmark.Report;
import io.lintel.evaluation.recognition.LabelledFace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Decision methods on the same data, at a site with strangers. */
final class MethodComparison {

    private static final int PICTURES = 3;
    private static final int SITE = 100;
    private static final double FPIR = 0.01;
    private static final long SEED = 42;

    private final Map<String, List<LabelledFace>> people;

    MethodComparison(List<LabelledFace> faces) {
        people = LabelledFace.byPerson(faces);
    }

    static List<Supplier<DecisionMethod>> methods() {
        return List.of(
                () -> new Centroid(false),
                () -> new Centroid(true),
                () -> new Nearest(1),
                () -> new Nearest(3),
                () -> new SupportVectors(1, 0),
                () -> new SupportVectors(10, 1),
                TunedSupportVectors::new,
                LogisticLayer::new,
                SiamesePairs::new);
    }

    /** People with four pictures or more, three enrolled; strangers set the threshold and, other ones, test it; others again are the cohort. */
    Report site() {
        List<String> names = new ArrayList<>(people.keySet());
        Collections.shuffle(names, new Random(SEED));
        List<List<LabelledFace>> drawn =
                names.stream().map(name -> people.getOrDefault(name, List.of())).toList();
        List<List<LabelledFace>> enrolled =
                drawn.stream().filter(own -> own.size() > PICTURES).limit(SITE).toList();
        List<List<LabelledFace>> others =
                drawn.stream().filter(own -> !enrolled.contains(own)).toList();
        int third = others.size() / 3;
        List<DecisionMethod.Labelled> cohort = new ArrayList<>();
        for (int person = 0; person < third; person++) {
            for (LabelledFace face : others.get(person)) {
                cohort.add(new DecisionMethod.Labelled(person, face.embedding().values()));
            }
        }
        List<float[]> setting = embeddings(others.subList(third, 2 * third));
        List<float[]> testing = embeddings(others.subList(2 * third, others.size()));
        List<DecisionMethod.Labelled> gallery = new ArrayList<>();
        List<DecisionMethod.Labelled> probes = new ArrayList<>();
        for (int person = 0; person < enrolled.size(); person++) {
            for (int i = 0; i < enrolled.get(person).size(); i++) {
                (i < PICTURES ? gallery : probes)
                        .add(new DecisionMethod.Labelled(
                                person, enrolled.get(person).get(i).embedding().values()));
            }
        }
        List<Figure> figures = new ArrayList<>();
        methods().forEach(each -> figures.addAll(site(each.get(), gallery, cohort, setting, testing, probes)));
        return new Report(
                "Site: %d people with %d pictures, %d probes; %d pictures of strangers set the threshold, %d test it, %d are the cohort"
                        .formatted(
                                enrolled.size(),
                                PICTURES,
                                probes.size(),
                                setting.size(),
                                testing.size(),
                                cohort.size()),
                figures,
                List.of(
                        "The times are those of one run on a machine with other work; to add a person is to learn again."));
    }

    private static List<Figure> site(
            DecisionMethod method,
            List<DecisionMethod.Labelled> gallery,
            List<DecisionMethod.Labelled> cohort,
            List<float[]> setting,
            List<float[]> testing,
            List<DecisionMethod.Labelled> probes) {
        long began = System.nanoTime();
        method.learn(gallery, cohort);
        double learning = (System.nanoTime() - began) / 1e9;
        double threshold = threshold(setting.parallelStream()
                .mapToDouble(face -> method.decide(face).score())
                .toArray());
        long strangers = testing.parallelStream()
                .filter(face -> method.decide(face).score() >= threshold)
                .count();
        long missed = probes.parallelStream()
                .filter(probe -> {
                    DecisionMethod.Decision decision = method.decide(probe.embedding());
                    return decision.person() != probe.person() || decision.score() < threshold;
                })
                .count();
        String name = method.name();
        return List.of(
                Figure.of(
                        "fnir " + name, name + ": FNIR at the threshold for FPIR 1 %", new Rate(missed, probes.size())),
                Figure.of("fpir " + name, "  FPIR of the other strangers", new Rate(strangers, testing.size())),
                Figure.of("learn-seconds " + name, "  seconds to learn or to add a person", learning));
    }

    /** Just above the score that the wanted share of strangers reaches. */
    private static double threshold(double[] scores) {
        java.util.Arrays.sort(scores);
        return Math.nextUp(scores[scores.length - 1 - (int) (FPIR * scores.length)]);
    }

    private static List<float[]> embeddings(List<List<LabelledFace>> faces) {
        return faces.stream()
                .flatMap(List::stream)
                .map(face -> face.embedding().values())
                .toList();
    }
}
