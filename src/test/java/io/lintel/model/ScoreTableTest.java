package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lintel.model.ScoreTable.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    private final ScoreTable table = new ScoreTable(
            "somebody",
            List.of(new Point(1e-5, 0.593), new Point(1e-3, 0.454), new Point(1e-4, 0.532), new Point(1e-6, 0.647)));

    @Test
    void thePointsStandFromTheHighestRateToTheLowest() {
        assertThat(table.points()).extracting(Point::fmr).containsExactly(1e-3, 1e-4, 1e-5, 1e-6);
    }

    @Test
    void aTableThatDoesNotRiseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreTable("somebody", List.of(new Point(1e-3, 0.5), new Point(1e-4, 0.4))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreTable("somebody", List.of(new Point(1e-3, 0.5))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 0.5));
    }
}
