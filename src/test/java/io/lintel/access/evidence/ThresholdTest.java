package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.gallery.Identification;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private final ThresholdTable table = ThresholdTable.MOBILE_FACE_NET;

    @Test
    void theTablesPointsAreItsOwnAnswers() {
        for (ScorePoint point : table.points()) {
            assertThat(table.fmrAt(point.score())).isCloseTo(point.fmr(), within(point.fmr() * 1e-9));
            assertThat(table.scoreAt(point.fmr())).isCloseTo(point.score(), within(1e-9));
        }
    }

    @Test
    void betweenTwoPointsTheRateFallsByTheSameFactorAStep() {
        double middle = (0.593 + 0.647) / 2;

        assertThat(table.fmrAt(middle)).isCloseTo(Math.sqrt(1e-5 * 1e-6), within(1e-10));
    }

    @Test
    void noRateIsReportedFarBelowWhatWasMeasured() {
        assertThat(table.fmrAt(0.95)).isEqualTo(1e-7);
        assertThat(table.measured(1e-7)).isFalse();
        assertThat(table.measured(1e-6)).isTrue();
    }

    @Test
    void aTableWhoseRateDoesNotFallIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThresholdTable(List.of(new ScorePoint(0.4, 1e-3), new ScorePoint(0.5, 1e-3))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdTable(List.of(new ScorePoint(0.4, 1e-3))));
    }

    @Property
    void scoreAndRateAreInversesWithinTheTable(@ForAll @DoubleRange(min = 0.46, max = 0.64) double score) {
        assertThat(table.scoreAt(table.fmrAt(score))).isCloseTo(score, within(1e-9));
    }

    @Test
    void aSmallGalleryIsHeldAtTheFloor() {
        ThresholdRule rule = new ThresholdRule(table, ThresholdSettings.DEFAULT);

        assertThat(rule.forGallery(1).threshold()).isEqualTo(0.65);
        assertThat(rule.forGallery(500).threshold()).isEqualTo(0.65);
        assertThat(rule.forGallery(0).threshold()).isEqualTo(0.65);
    }

    @Test
    void aLargeGalleryRaisesTheThreshold() {
        ThresholdRule rule = new ThresholdRule(table, ThresholdSettings.DEFAULT);

        OperatingPoint point = rule.forGallery(10_000);

        // 1-(1-0.003)^(1/30000) = 1.0e-7: one decade beyond the last point, 0.054 a decade
        assertThat(point.threshold()).isCloseTo(0.701, within(0.001));
        assertThat(point.measured()).isFalse();
    }

    @Test
    void aFloorThatWasLoweredOnPurposeGivesWayToTheTarget() {
        ThresholdRule rule = new ThresholdRule(table, new ThresholdSettings(0.003, 0.40, 1, false));

        // 100 persons: FMR 3.0e-5, between 1e-4 at 0.532 and 1e-5 at 0.593
        assertThat(rule.forGallery(100).threshold()).isCloseTo(0.564, within(0.001));
        assertThat(rule.forGallery(100).fpir()).isCloseTo(0.003, within(1e-5));
        assertThat(new ThresholdSettings(0.003, 0.40, 1, false).isLowered()).isTrue();
    }

    @Property
    void theTargetIsKeptAndMorePeopleNeverLowerTheThreshold(
            @ForAll @IntRange(min = 1, max = 1000) int tenThousandths,
            @ForAll @IntRange(min = 1, max = 1000) int persons,
            @ForAll @DoubleRange(min = 1, max = 10) double tries) {
        double fpir = tenThousandths / 10_000.0;
        ThresholdRule rule = new ThresholdRule(table, new ThresholdSettings(fpir, 0.3, tries, false));
        OperatingPoint point = rule.forGallery(persons);

        assertThat(rule.forGallery(persons + 1).threshold()).isGreaterThanOrEqualTo(point.threshold());
        if (point.measured()) {
            assertThat(point.fpir()).isLessThanOrEqualTo(fpir * 1.0001);
        }
    }

    @Test
    void withSingleTemplatesEachOfThemIsAChance() {
        Identification answer = new Identification(null, null, 100, 900);

        assertThat(new ThresholdRule(table, new ThresholdSettings(0.003, 0.4, 1, false)).of(answer))
                .isEqualTo(new ThresholdRule(table, new ThresholdSettings(0.003, 0.4, 1, true)).forGallery(100));
        assertThat(new ThresholdRule(table, new ThresholdSettings(0.003, 0.4, 1, true))
                        .of(answer)
                        .comparisons())
                .isEqualTo(900);
    }
}
