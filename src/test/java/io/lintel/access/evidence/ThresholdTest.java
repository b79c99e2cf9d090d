package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.access.MobileFaceNet;
import io.lintel.gallery.Identification;
import io.lintel.gallery.SiteResemblance;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private final ThresholdTable table = MobileFaceNet.TABLE;

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
                .isThrownBy(() ->
                        new ThresholdTable(List.of(new ScorePoint(0.4, 1e-3), new ScorePoint(0.5, 1e-3)), "somebody"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThresholdTable(List.of(new ScorePoint(0.4, 1e-3)), "somebody"));
    }

    @Property
    void scoreAndRateAreInversesWithinTheTable(Generator any) {
        double score = any.doubleBetween(0.46, 0.64);
        assertThat(table.scoreAt(table.fmrAt(score))).isCloseTo(score, within(1e-9));
    }

    @Test
    void aSmallGalleryIsHeldAtTheFloor() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);

        assertThat(rule.forGallery(1).threshold()).isEqualTo(0.65);
        assertThat(rule.forGallery(500).threshold()).isEqualTo(0.65);
        assertThat(rule.forGallery(0).threshold()).isEqualTo(0.65);
    }

    @Test
    void aLargeGalleryRaisesTheThreshold() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);

        OperatingPoint point = rule.forGallery(10_000);

        // 1-(1-0.003)^(1/30000) = 1.0e-7: one decade beyond the last point, 0.054 a decade
        assertThat(point.threshold()).isCloseTo(0.701, within(0.001));
        assertThat(point.measured()).isFalse();
    }

    @Test
    void aFloorThatWasLoweredOnPurposeGivesWayToTheTarget() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.threshold(0.003, 0.40, 1, false));

        // 100 persons: FMR 3.0e-5, between 1e-4 at 0.532 and 1e-5 at 0.593
        assertThat(rule.forGallery(100).threshold()).isCloseTo(0.564, within(0.001));
        assertThat(rule.forGallery(100).fpir()).isCloseTo(0.003, within(1e-5));
        assertThat(MobileFaceNet.threshold(0.003, 0.40, 1, false).isLowered()).isTrue();
    }

    @Property
    void theTargetIsKeptAndMorePeopleNeverLowerTheThreshold(Generator any) {
        int tenThousandths = any.intBetween(1, 1000);
        int persons = any.intBetween(1, 1000);
        double tries = any.doubleBetween(1, 10);
        double fpir = tenThousandths / 10_000.0;
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.threshold(fpir, 0.3, tries, false));
        OperatingPoint point = rule.forGallery(persons);

        assertThat(rule.forGallery(persons + 1).threshold()).isGreaterThanOrEqualTo(point.threshold());
        if (point.measured()) {
            assertThat(point.fpir()).isLessThanOrEqualTo(fpir * 1.0001);
        }
    }

    @Test
    void withSingleTemplatesEachOfThemIsAChance() {
        Identification answer =
                new Identification(null, null, 100, 900, 0, new SiteResemblance(100, 4950, 0, 0.08, 0.3));

        assertThat(new ThresholdRule(table, MobileFaceNet.threshold(0.003, 0.4, 1, false)).of(answer))
                .isEqualTo(new ThresholdRule(table, MobileFaceNet.threshold(0.003, 0.4, 1, true)).forGallery(100));
        assertThat(new ThresholdRule(table, MobileFaceNet.threshold(0.003, 0.4, 1, true))
                        .of(answer)
                        .comparisons())
                .isEqualTo(900);
    }

    @Test
    void aSiteOfTooFewPeopleIsHeldHigher() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);

        OperatingPoint point = rule.at(SiteResemblance.unknown(3), 3);

        assertThat(point.threshold()).isCloseTo(0.67, within(1e-9));
        assertThat(point.population()).contains("assumed");
    }

    @Test
    void noRateIsPromisedBelowWhatTheSitesOwnPeopleShow() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);

        OperatingPoint alike = rule.at(new SiteResemblance(8, 28, 0.234, 0.105, 0.51), 7);
        OperatingPoint unlike = rule.at(new SiteResemblance(8, 28, 0.01, 0.08, 0.2), 7);

        assertThat(alike.threshold()).isEqualTo(0.65);
        assertThat(alike.fmr()).isGreaterThan(3e-5); // measured there: 9.5e-5 [3e-5, 2.8e-4]; the table says 9e-7
        assertThat(alike.population()).contains("8 people of this site");
        assertThat(alike.measured()).isFalse();
        assertThat(unlike.fmr()).isEqualTo(table.fmrAt(0.65));
        assertThat(unlike.population()).contains("LFW");
    }

    @Test
    void aLargeSiteWhosePeopleAreAlikeAsksForMoreThanTheFloor() {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);

        OperatingPoint point = rule.at(new SiteResemblance(100, 4950, 0.234, 0.105, 0.6), 100);

        assertThat(point.threshold()).isBetween(0.68, 0.72);
        assertThat(point.fpir()).isCloseTo(0.003, within(1e-4));
    }

    @Property
    void noSiteLowersTheThresholdBelowTheFloorOrTheTable(Generator any) {
        ThresholdRule rule = new ThresholdRule(table, MobileFaceNet.THRESHOLD);
        int people = any.intBetween(0, 5000);
        SiteResemblance site = new SiteResemblance(
                people, any.longBetween(0, 79_800), any.doubleBetween(-0.2, 0.6), any.doubleBetween(0, 0.3), 0.9);

        OperatingPoint point = rule.at(site, people);

        assertThat(point.threshold())
                .isGreaterThanOrEqualTo(rule.forGallery(people).threshold());
        assertThat(point.fmr()).isGreaterThanOrEqualTo(table.fmrAt(point.threshold()));
    }

    @Test
    void theNormalTailIsThatOfTheTables() {
        assertThat(NormalTail.beyond(0)).isCloseTo(0.5, within(1e-7));
        assertThat(NormalTail.beyond(3.0902)).isCloseTo(1e-3, within(1e-6));
        assertThat(NormalTail.beyond(-1.2816)).isCloseTo(0.9, within(1e-4));
        assertThat(NormalTail.quantile(1e-5)).isCloseTo(4.2649, within(1e-3));
    }
}
