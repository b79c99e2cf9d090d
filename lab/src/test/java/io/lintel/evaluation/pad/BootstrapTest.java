package io.lintel.evaluation.pad;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.benchmark.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void aQuantileIsTheSmallestValueThatTheShareDoesNotExceed() {
        double[] values = {4, 1, 3, 2};

        assertThat(Bootstrap.quantile(0.5, values)).isEqualTo(2);
        assertThat(Bootstrap.quantile(0.95, values)).isEqualTo(4);
        assertThat(Bootstrap.quantile(0.5, new double[0])).isNaN();
    }

    @Test
    void clipsThatAgreeGiveANarrowInterval() {
        assertThat(Bootstrap.ofQuantile(0.5, List.of(new double[] {2, 2}, new double[] {2})))
                .isEqualTo(new Interval(2, 2));
    }

    @Test
    void aClipCountsAsAWhole() {
        double[] many = new double[1000];
        Interval interval = Bootstrap.ofQuantile(0.5, List.of(many, new double[] {1}));

        // a thousand starting points of one clip do not outvote the draws that hold the other clip only
        assertThat(interval).isEqualTo(new Interval(0, 1));
    }

    @Test
    void clipsWithoutAnyValueDoNotSpoilIt() {
        assertThat(Bootstrap.ofQuantile(0.5, List.of(new double[0], new double[] {3})))
                .isEqualTo(new Interval(3, 3));
    }
}
