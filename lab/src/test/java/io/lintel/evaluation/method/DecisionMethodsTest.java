package io.lintel.evaluation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecisionMethodsTest {

    private final SplittableRandom random = new SplittableRandom(2);

    private float[] near(int person) {
        float[] values = new float[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.1f * (float) random.nextGaussian();
        }
        values[person] += 1;
        return Embedding.of(values).values();
    }

    @Test
    void eachMethodNamesPeopleAndScoresStrangersLower() {
        List<DecisionMethod.Labelled> gallery = new ArrayList<>();
        List<float[]> cohort = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            for (int i = 0; i < 3; i++) {
                gallery.add(new DecisionMethod.Labelled(person, near(person)));
            }
        }
        for (int i = 0; i < 40; i++) {
            cohort.add(near(5 + i % 20));
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
            assertThat(method.decide(near(28)).score()).as(method.name()).isLessThan(lowest);
        });
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
