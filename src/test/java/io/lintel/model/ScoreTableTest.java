package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.model.ScoreTable.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    private final ScoreTable table = new ScoreTable(
            0.65,
            List.of(new Point(1e-5, 0.593), new Point(1e-3, 0.454), new Point(1e-4, 0.532), new Point(1e-6, 0.647)));

    @Test
    void aMeasuredRateGivesItsMeasuredScore() {
        for (Point point : table.points()) {
            assertThat(table.scoreAt(point.fmr())).isEqualTo(point.score(), within(1e-12));
        }
    }

    @Test
    void betweenTwoRatesTheScoreIsLinearInTheLogarithm() {
        assertThat(table.scoreAt(Math.pow(10, -4.5))).isEqualTo((0.532 + 0.593) / 2, within(1e-12));
    }

    @Test
    void beyondTheMeasuredRatesTheLastSlopeGoesOn() {
        assertThat(table.scoreAt(1e-7)).isEqualTo(0.701, within(1e-12));
        assertThat(table.scoreAt(1e-2)).isEqualTo(0.376, within(1e-12));
    }

    @Test
    void aTableThatDoesNotRiseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreTable(0.65, List.of(new Point(1e-3, 0.5), new Point(1e-4, 0.4))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreTable(0.65, List.of(new Point(1e-3, 0.5))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> table.scoreAt(1));
    }
}
