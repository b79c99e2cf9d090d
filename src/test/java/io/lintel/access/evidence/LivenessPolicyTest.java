package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LivenessPolicyTest {

    private final LivenessPolicy policy = new LivenessPolicy.Required(0.5, 3, 0.3, 10, 0.2);

    @Test
    void aClearFaceIsLiveAfterThreeFramesAndNotBefore() {
        assertThat(policy.judge(new LivenessTally(2, 2, 1))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(3, 3, 0.81))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(new LivenessTally(3, 3, 0.79))).isEqualTo(LivenessVerdict.UNSURE);
    }

    @Test
    void theMoreFramesTheLessClearItNeedsToBeButNeverBelowTheLevel() {
        assertThat(policy.judge(new LivenessTally(5, 5, 0.72))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(new LivenessTally(5, 5, 0.70))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(10, 10, 0.5))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(new LivenessTally(10, 10, 0.49))).isEqualTo(LivenessVerdict.UNSURE);
    }

    @Test
    void tenFramesWithoutHopeAreEnough() {
        assertThat(policy.judge(new LivenessTally(9, 9, 0.01))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(10, 10, 0.19))).isEqualTo(LivenessVerdict.NOT_LIVE);
    }

    @Test
    void framesWithoutAnyAnswerAreNoVerdict() {
        assertThat(policy.judge(new LivenessTally(2, 0, 0))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(3, 0, 0))).isEqualTo(LivenessVerdict.NO_VERDICT);
    }

    @Test
    void everyLevelCanBeReached() {
        for (double level = 0.01; level < 1; level += 0.01) {
            assertThat(LivenessPolicy.Required.at(level).judge(new LivenessTally(3, 3, 1)))
                    .isEqualTo(LivenessVerdict.LIVE);
        }
    }

    @Test
    void allFramesAtOnceIsAllowed() {
        LivenessPolicy patient = new LivenessPolicy.Required(0.5, 10, 0.3, 10, 0.2);

        assertThat(patient.judge(new LivenessTally(9, 9, 1))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(patient.judge(new LivenessTally(10, 10, 0.5))).isEqualTo(LivenessVerdict.LIVE);
    }

    @Test
    void onlyAnExplicitChoiceLetsAPhotoPass() {
        assertThat(new LivenessPolicy.Off().judge(LivenessTally.NOTHING)).isEqualTo(LivenessVerdict.LIVE);
        assertThat(LivenessPolicy.DEFAULT).isInstanceOf(LivenessPolicy.Required.class);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0, 3, 0.1, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.95, 3, 0.1, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.5, 1, 0.1, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.5, 3, 0.1, 11, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.5, 3, 0.1, 10, 0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(Double.NaN, 3, 0.1, 10, 0));
    }
}
