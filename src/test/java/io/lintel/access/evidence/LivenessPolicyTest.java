package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LivenessPolicyTest {

    private final LivenessTestSettings test = LivenessTestSettings.DEFAULT;
    private final LivenessPolicy policy = LivenessPolicy.Required.at(0.5);

    private static LivenessSummary tally(int answers, double evidence) {
        return new LivenessSummary(answers, answers, 0, 0.5, evidence, 0);
    }

    @Test
    void aVerdictTakesThreeAnswersHoweverClearTheyAre() {
        assertThat(policy.judge(tally(2, 20))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(tally(2, -20))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(tally(3, 20))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(tally(3, -20))).isEqualTo(LivenessVerdict.NOT_LIVE);
    }

    @Test
    void theBoundsDecide() {
        assertThat(policy.judge(tally(3, test.liveBound()))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(tally(300, test.liveBound() - 0.01))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(tally(300, 0.01 - test.attackBound()))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(tally(3, -test.attackBound()))).isEqualTo(LivenessVerdict.NOT_LIVE);
    }

    @Test
    void framesWithoutAnyAnswerAreNoVerdict() {
        assertThat(policy.judge(new LivenessSummary(2, 0, 2, 0, 0, 0))).isEqualTo(LivenessVerdict.UNSURE);
        assertThat(policy.judge(new LivenessSummary(3, 0, 3, 0, 0, 0))).isEqualTo(LivenessVerdict.NO_VERDICT);
    }

    @Test
    void answersThatNoFurtherOneFollowsAreNoVerdictEither() {
        assertThat(policy.judge(new LivenessSummary(19, 10, 9, 1, 20, 2))).isEqualTo(LivenessVerdict.LIVE);
        assertThat(policy.judge(new LivenessSummary(20, 10, 10, 1, 20, 2))).isEqualTo(LivenessVerdict.NO_VERDICT);
    }

    @Test
    void aHigherLevelAsksForMoreEvidence() {
        double before = 0;
        for (double level = 0.1; level < 0.99; level += 0.1) {
            double bound = LivenessPolicy.Required.at(level).test().liveBound();
            assertThat(bound).isGreaterThan(before);
            before = bound;
        }
        assertThat(LivenessPolicy.Required.at(LivenessLevel.BALANCED.level()).test())
                .isEqualTo(LivenessTestSettings.DEFAULT);
    }

    @Test
    void everyLevelCanBeReachedAndNoneIsFree() {
        for (double level = 0.01; level < 1; level += 0.01) {
            assertThat(LivenessPolicy.Required.at(level).judge(tally(3, 20))).isEqualTo(LivenessVerdict.LIVE);
            assertThat(LivenessPolicy.Required.at(level).judge(tally(3, 0.99))).isEqualTo(LivenessVerdict.UNSURE);
        }
    }

    @Test
    void onlyAnExplicitChoiceLetsAPhotoPass() {
        assertThat(new LivenessPolicy.Off().judge(LivenessSummary.NOTHING)).isEqualTo(LivenessVerdict.LIVE);
        assertThat(LivenessPolicy.DEFAULT).isInstanceOf(LivenessPolicy.Required.class);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LivenessPolicy.Required.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> LivenessPolicy.Required.at(1));
        assertThatIllegalArgumentException().isThrownBy(() -> LivenessPolicy.Required.at(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> test.withLiveBound(0));
        assertThatIllegalArgumentException().isThrownBy(() -> test.withLiveBound(Double.NaN));
    }
}
