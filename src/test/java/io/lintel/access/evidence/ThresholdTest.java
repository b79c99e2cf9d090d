package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.gallery.Identification;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.List;
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
    void scoreAndRateAreInversesWithinTheTable(Generator any) {
        double score = any.doubleBetween(0.46, 0.64);
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
    void theTargetIsKeptAndMorePeopleNeverLowerTheThreshold(Generator any) {
        int tenThousandths = any.intBetween(1, 1000);
        int persons = any.intBetween(1, 1000);
        double tries = any.doubleBetween(1, 10);
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
