package io.lintel.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecisionMethodsTest {

    private final SplittableRandom random = new SplittableRandom(2);

    /** A picture of somebody: a direction of their own, and noise. */
    private float[] near(int person) {
        SplittableRandom own = new SplittableRandom(100 + person);
        float[] values = new float[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (own.nextGaussian() + 0.25 * random.nextGaussian());
        }
        return Embedding.of(values).values();
    }

    @Test
    void eachMethodNamesPeopleAndScoresStrangersLower() {
        List<DecisionMethod.Labelled> gallery = new ArrayList<>();
        List<DecisionMethod.Labelled> cohort = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            for (int i = 0; i < 3; i++) {
                gallery.add(new DecisionMethod.Labelled(person, near(person)));
            }
        }
        for (int i = 0; i < 120; i++) {
            cohort.add(new DecisionMethod.Labelled(i % 40, near(5 + i % 40)));
        }
        MethodComparison.methods().forEach(each -> {
            DecisionMethod method = each.get();
            method.learn(gallery, cohort);
            double lowest = Double.POSITIVE_INFINITY;
            for (int person = 0; person < 5; person++) {
                DecisionMethod.Decision decision = method.decide(near(person));
                assertThat(decision.person()).as(method.name()).isEqualTo(person);
                lowest = Math.min(lowest, decision.score());
            }
            assertThat(method.decide(near(60)).score()).as(method.name()).isLessThan(lowest);
        });
    }

    @Test
    void aFaceThatLeadsByLessThanTheMarginIsNobodys() {
        Centroid door = new Centroid(0.08);
        door.learn(
                List.of(new DecisionMethod.Labelled(0, of(1, 0)), new DecisionMethod.Labelled(1, of(0, 1))), List.of());

        assertThat(door.decide(of(1, 0.9)).score()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(door.decide(of(1, 0.5)).person()).isZero();
        assertThat(door.decide(of(1, 0.5)).score()).isCloseTo(0.894, within(0.001));
    }

    private static float[] of(double... values) {
        float[] all = new float[8];
        for (int i = 0; i < values.length; i++) {
            all[i] = (float) values[i];
        }
        return Embedding.of(all).values();
    }

    /** A circle around the origin is no half-plane: only the curved kernel names those inside. */
    @Test
    void theGridSearchChoosesTheKernelThatTheDataNeeds() {
        List<DecisionMethod.Labelled> rings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double angle = 2 * Math.PI * i / 30;
            rings.add(new DecisionMethod.Labelled(
                    0, new float[] {(float) (0.3 * Math.cos(angle)), (float) (0.3 * Math.sin(angle))}));
            rings.add(new DecisionMethod.Labelled(1, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}));
        }
        TunedSupportVectors tuned = new TunedSupportVectors();
        tuned.learn(rings, List.of());

        assertThat(tuned.choice()).contains("RBF");
        assertThat(tuned.decide(new float[] {0.1f, 0.1f}).person()).isZero();
        assertThat(tuned.decide(new float[] {-1, 0.1f}).person()).isEqualTo(1);
    }

    @Test
    void thePresetsNameNobodyBelowTheirOwnLimits() {
        List<Preset> presets = Preset.all(MobileFaceNet.PROFILE);
        assertThat(presets).hasSize(6);
        List<DecisionMethod.Labelled> gallery =
                List.of(new DecisionMethod.Labelled(0, of(1, 0)), new DecisionMethod.Labelled(1, of(0, 1)));
        Preset photo = presets.get(2);
        DecisionMethod nearest = photo.method().get();
        nearest.learn(gallery, List.of());

        double justInside = 0.699;
        double cosine = 1 - justInside * justInside / 2;
        float[] probe = of(cosine, 0, Math.sqrt(1 - cosine * cosine));
        assertThat(photo.answer(nearest, probe, 2)).isZero();
        cosine = 1 - 0.701 * 0.701 / 2;
        assertThat(photo.answer(nearest, of(cosine, 0, Math.sqrt(1 - cosine * cosine)), 2))
                .isEqualTo(Preset.NOBODY);
    }

    /** The example of scikit-learn's user guide for classification_report: y_true 0 1 2 2 0, y_pred 0 0 2 1 0. */
    @Test
    void classScoresAreThoseOfScikitLearn() {
        ClassScores scores = ClassScores.of(List.of(0, 1, 2, 2, 0), List.of(0, 0, 2, 1, 0));

        assertThat(scores.accuracy()).isEqualTo(0.6);
        assertThat(scores.precision()).isCloseTo(0.56, within(0.005));
        assertThat(scores.recall()).isCloseTo(0.50, within(0.005));
        assertThat(scores.macroF1()).isCloseTo(0.49, within(0.005));
        assertThat(scores.weightedF1()).isCloseTo(0.59, within(0.005));
    }
}
