package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExponentialBackoffTest {

    private final ExponentialBackoff backoff = new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void doublesFromTheFirstWaitToTheLongest() {
        assertThat(backoff.after(1)).hasSeconds(1);
        assertThat(backoff.after(2)).hasSeconds(2);
        assertThat(backoff.after(3)).hasSeconds(4);
        assertThat(backoff.after(4)).hasSeconds(5);
        assertThat(backoff.after(5)).hasSeconds(5);
    }

    @Test
    void staysAtTheLongestWaitHoweverManyFailures() {
        assertThat(backoff.after(Integer.MAX_VALUE)).hasSeconds(5);
    }

    @Test
    void refusesWaitsThatCannotGrowAndFailuresThatDidNotHappen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialBackoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> backoff.after(0));
    }
}
