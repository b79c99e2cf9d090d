package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LivenessPolicyTest {

    private final LivenessPolicy policy = new LivenessPolicy.Required(0.5, 5, 0.1, 10);

    @Test
    void aClearFaceIsLiveAfterFiveFramesAndNotBefore() {
        assertThat(policy.judge(new LivenessTally(4, 4, 1))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(5, 5, 0.6))).isEqualTo(LivenessVerdict.LIVE);
    }

    @Test
    void anUnclearFaceIsJudgedAfterTenFrames() {
        assertThat(policy.judge(new LivenessTally(9, 9, 0.59))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(10, 10, 0.5))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(new LivenessTally(10, 10, 0.49))).isEqualTo(LivenessVerdict.NOT_LIVE);
    }

    @Test
    void framesWithoutAnyAnswerAreNoVerdict() {
        assertThat(policy.judge(new LivenessTally(4, 0, 0))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessTally(5, 0, 0))).isEqualTo(LivenessVerdict.NO_VERDICT);
    }

    @Test
    void onlyAnExplicitChoiceLetsAPhotoPass() {
        assertThat(new LivenessPolicy.Off().judge(LivenessTally.NOTHING)).isEqualTo(LivenessVerdict.LIVE);
        assertThat(LivenessPolicy.DEFAULT).isInstanceOf(LivenessPolicy.Required.class);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0, 5, 0.1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.95, 5, 0.1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(0.5, 11, 0.1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessPolicy.Required(Double.NaN, 5, 0.1, 10));
    }
}
