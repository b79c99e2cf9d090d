package io.lintel.admin.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.OperatingPoint;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.admin.text.Languages;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.SiteResemblance;
import io.lintel.wiring.DecisionInForce;
import org.junit.jupiter.api.Test;

class ThresholdChartTest {

    /** Of a digit or small letter of the chart's font, in the chart's own units. */
    private static final double WIDTH_OF_A_LETTER = 6.6;

    private static Chart chart(double threshold) {
        OperatingPoint measured = new ThresholdRule(MobileFaceNet.TABLE, MobileFaceNet.THRESHOLD).forGallery(10);
        OperatingPoint point = new OperatingPoint(
                threshold,
                measured.fmr(),
                measured.fpir(),
                measured.comparisons(),
                measured.measured(),
                measured.population());
        return ThresholdFigures.chart(new DecisionInForce(
                LivenessPolicy.DEFAULT,
                LivenessSet.OWN_AND_PUBLISHED,
                "mobilefacenet",
                MobileFaceNet.TABLE,
                point,
                MobileFaceNet.THRESHOLD,
                MobileFaceNet.EVIDENCE.clearBy(),
                SiteResemblance.unknown(10),
                10,
                10));
    }

    @Test
    void aThresholdBeyondWhatWasMeasuredStandsAtItsOwnPlace() {
        Chart chart = chart(0.7885);

        assertThat(chart.ticksAcross()).extracting(Chart.Tick::text).contains("0.80");
        assertThat(Double.parseDouble(chart.marks().getFirst().at())).isLessThan(Chart.RIGHT - 1.0);
    }

    @Test
    void theNumbersAtTheLeftFitInEachLanguage() {
        assertThat(Languages.all())
                .allSatisfy(language -> assertThat(chart(0.65).ticksUp())
                        .allSatisfy(tick -> assertThat(language.say(tick.text()).length() * WIDTH_OF_A_LETTER)
                                .isLessThan(Chart.LEFT)));
    }
}
