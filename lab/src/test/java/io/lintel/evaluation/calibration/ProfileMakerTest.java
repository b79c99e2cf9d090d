package io.lintel.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.evaluation.statistics.GeneralizedPareto;
import io.lintel.model.EmbedderProfile;
import io.lintel.model.EmbedderProfileJson;
import io.lintel.model.EmbeddingSpec;
import io.lintel.model.ModelCatalog;
import io.lintel.model.ScoreTable;
import io.lintel.model.TestModels;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileMakerTest {

    private final EmbedderProfile reference = ModelCatalog.read(TestModels.folder())
            .model("mobilefacenet")
            .embedding()
            .map(EmbeddingSpec::profile)
            .orElseThrow();

    @Test
    void theSameTableGivesTheSameProfile() {
        EmbedderProfile made = new ProfileMaker(reference, reference.scores()).profile();

        assertThat(made.lowestThreshold()).isEqualTo(reference.lowestThreshold());
        assertThat(made.lookAlike()).isEqualTo(reference.lookAlike());
        assertThat(made.margin()).isEqualTo(reference.margin());
    }

    @Test
    void scoresMeanTheSameRatesAndDifferencesTheSameShareOfTheScale() {
        // scores of 0.9 to 0.95 instead of 0.454 to 0.647
        ScoreTable narrow =
                new ScoreTable("nobody", List.of(new ScoreTable.Point(1e-3, 0.9), new ScoreTable.Point(1e-6, 0.95)));

        EmbedderProfile made = new ProfileMaker(reference, narrow).profile();

        double scale = 0.05 / 0.193;
        assertThat(made.lowestThreshold()).isCloseTo(0.95 + 0.003 * scale, within(6e-4));
        assertThat(made.margin()).isCloseTo(0.08 * scale, within(6e-4));
        assertThat(EmbedderProfileJson.read(EmbedderProfileJson.write(made))).isEqualTo(made);
    }

    @Test
    void aTablePromisesNoRateBelowOneComparisonOfThoseMeasured() {
        GeneralizedPareto tail = new GeneralizedPareto(0.42, 0.04, -0.05, 2e-3);

        assertThat(TailTable.table(tail, 20_000, "few").points())
                .extracting(ScoreTable.Point::fmr)
                .containsExactly(1e-3, 1e-4);
    }
}
