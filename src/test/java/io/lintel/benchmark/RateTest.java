package io.lintel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import org.junit.jupiter.api.Test;

class RateTest {

    /** Wilson's interval for 10 of 100: 5.5 % to 17.4 %, as in any table of it. */
    @Test
    void theIntervalIsWilsons() {
        Rate rate = new Rate(10, 100);

        assertThat(rate.low()).isCloseTo(0.0552, within(1e-4));
        assertThat(rate.high()).isCloseTo(0.1744, within(1e-4));
    }

    @Test
    void noEventInNTrialsBoundsTheRateAtThreeOverN() {
        Rate rate = new Rate(0, 300);

        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void withoutTrialsNothingIsKnown() {
        assertThat(new Rate(0, 0).value()).isNaN();
        assertThat(new Rate(0, 0).low()).isZero();
        assertThat(new Rate(0, 0).high()).isOne();
    }

    @Test
    void moreEventsThanTrialsAreAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(2, 1));
    }

    @Property
    void theIntervalHoldsTheRate(Generator any) {
        int events = any.intBetween(0, 5000);
        int others = any.intBetween(0, 5000);
        if (events + others == 0) {
            return;
        }
        Rate rate = new Rate(events, events + others);

        assertThat(rate.low()).isBetween(0.0, rate.value());
        assertThat(rate.high()).isBetween(rate.value(), 1.0);
    }
}
