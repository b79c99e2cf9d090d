package io.lintel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.evidence.LivenessLevel;
import io.lintel.access.evidence.LivenessPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings that are changed while the door works. */
class ChangedSettingsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Scenario scenario = new Scenario();

    @Test
    void aShorterDistanceCountsForWhoeverComesNext() {
        Visitor dalia = scenario.visitor(Scenario.DALIA, 0.95);
        assertThat(scenario.stand(Duration.ofSeconds(3), dalia))
                .hasSize(1)
                .allMatch(Decision.Granted.class::isInstance);
        scenario.nobody(LONG.multipliedBy(3));

        scenario.use(MobileFaceNet.ACCESS.withDistance(new DistanceSettings(0.3, 60)));

        assertThat(scenario.stand(Duration.ofSeconds(3), dalia)).isEmpty();
    }

    @Test
    void whoeverStandsThereIsJudgedAsTheyCame() {
        Visitor dalia = scenario.visitor(Scenario.DALIA, 0.95);
        assertThat(scenario.stand(Duration.ofMillis(100), dalia)).isEmpty();

        scenario.use(MobileFaceNet.ACCESS.withDistance(new DistanceSettings(0.3, 60)));

        assertThat(scenario.stand(Duration.ofSeconds(3), dalia)).hasSize(1);
    }

    @Test
    void aWaitIsRememberedOverAChangeThatDoesNotConcernIt() {
        Visitor stranger = scenario.stranger();
        assertThat(scenario.stand(Duration.ofSeconds(3), stranger)).hasSize(1);
        scenario.nobody(Duration.ofSeconds(3));

        scenario.use(MobileFaceNet.ACCESS.withLiveness(LivenessPolicy.Required.at(LivenessLevel.parse("strict"))));

        assertThat(scenario.stand(LONG, stranger))
                .first()
                .extracting(
                        decision -> ((Decision.Denied) decision).explanation().attempt())
                .isEqualTo(2);
    }
}
