package io.lintel.admin.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.ThresholdRule;
import io.lintel.face.LivenessSet;
import io.lintel.gallery.SiteResemblance;
import io.lintel.wiring.DecisionInForce;
import org.junit.jupiter.api.Test;

class TuningViewTest {

    private static final ThresholdRule RULE = new ThresholdRule(MobileFaceNet.TABLE, MobileFaceNet.THRESHOLD);

    private static TuningView view(LivenessPolicy liveness, int persons) {
        return TuningView.of(
                new DecisionInForce(
                        liveness,
                        LivenessSet.OWN_AND_PUBLISHED,
                        "mobilefacenet",
                        MobileFaceNet.TABLE,
                        RULE.forGallery(persons),
                        MobileFaceNet.THRESHOLD,
                        MobileFaceNet.EVIDENCE.clearBy(),
                        SiteResemblance.unknown(persons),
                        persons,
                        persons),
                MeasuredReport.read(),
                RULE::forGallery);
    }

    @Test
    void theLevelInForceIsNamedInWordsWithItsCost() {
        TuningView view = view(LivenessPolicy.DEFAULT, 10);

        assertThat(view.levelInForce()).isEqualTo("balanced");
        assertThat(view.meaning()).contains("0 of 200").contains("of 125");
        assertThat(view.levels())
                .hasSize(3)
                .filteredOn(TuningView.LevelRow::inForce)
                .hasSize(1);
    }

    @Test
    void aLevelOfOnesOwnIsANumber() {
        assertThat(view(LivenessPolicy.Required.at(0.42), 10).levelInForce()).isEqualTo("0.42");
    }

    @Test
    void switchedOffSaysWhatItMeans() {
        assertThat(view(new LivenessPolicy.Off(), 10).meaning())
                .contains("a photo of an enrolled person opens this door");
    }

    @Test
    void theShippedReportHoldsWhatThePageShows() {
        TuningView view = view(LivenessPolicy.DEFAULT, 10);

        assertThat(view.measured()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(view.species()).hasSize(3);
        assertThat(view.visits()).hasSize(4);
        assertThat(view.signals()).hasSize(15);
        assertThat(view.limits()).isNotEmpty();
        assertThat(view.tradeOff().lines())
                .allSatisfy(line -> assertThat(line.points().split(" ")).hasSize(19));
    }

    @Test
    void aLargerGalleryNeedsAHigherThreshold() {
        TuningView view = view(LivenessPolicy.DEFAULT, 10);

        assertThat(view.threshold()).isEqualTo("0.650");
        assertThat(view.thresholdMeaning()).contains("lowest threshold that is ever used");
        assertThat(view(LivenessPolicy.DEFAULT, 10_000).thresholdMeaning())
                .contains("size of the gallery asks for more");
        assertThat(view.sizes()).extracting(TuningView.SizeRow::threshold).isSorted();
    }
}
