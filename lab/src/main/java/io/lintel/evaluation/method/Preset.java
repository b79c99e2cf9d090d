package io.lintel.evaluation.method;

import io.lintel.access.evidence.ThresholdRule;
import io.lintel.access.evidence.ThresholdSettings;
import io.lintel.access.evidence.ThresholdTable;
import io.lintel.model.EmbedderProfile;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * A whole way to recognise people: how many pictures each has, what is made of them, and from which score on an answer counts.
 *
 * @param pictures of each person, at most
 * @param variations whether each picture is learnt with its synthetic variations
 * @param least score of an answer by how many people are enrolled; what is below is nobody
 */
record Preset(
        String name, int pictures, boolean variations, Supplier<DecisionMethod> method, IntToDoubleFunction least) {

    static final int NOBODY = -1;

    /** Euclidean distances of unit vectors as cosines: |a - b|^2 = 2 - 2 cos. */
    private static double cosineAt(double distance) {
        return 1 - distance * distance / 2;
    }

    /** Lintel's default, then the five systems that it grew out of, with their own constants on Lintel's embeddings. */
    static List<Preset> all(EmbedderProfile profile) {
        ThresholdRule rule = new ThresholdRule(ThresholdTable.of(profile), ThresholdSettings.of(profile));
        return List.of(
                new Preset(
                        "Lintel: mean of three pictures",
                        3,
                        false,
                        () -> new Centroid(profile.margin()),
                        people -> rule.forGallery(people).threshold()),
                new Preset(
                        "1: three nearest neighbours, variations, distance 0.6",
                        3,
                        true,
                        () -> new Nearest(3),
                        people -> cosineAt(0.6)),
                new Preset("2: one photo, distance 0.7", 1, false, () -> new Nearest(1), people -> cosineAt(0.7)),
                new Preset("3: siamese pairs, probability 0.5", 3, false, SiamesePairs::new, people -> 0.5),
                new Preset("4: SVM with grid search, closed set", 3, false, TunedSupportVectors::new, people -> -1e9),
                new Preset(
                        "5: dense layer with unknown class",
                        3,
                        false,
                        () -> new LogisticLayer(true),
                        people -> Double.MIN_VALUE));
    }

    int answer(DecisionMethod learnt, float[] probe, int people) {
        DecisionMethod.Decision decision = learnt.decide(probe);
        return decision.score() >= least.applyAsDouble(people) ? decision.person() : NOBODY;
    }
}
