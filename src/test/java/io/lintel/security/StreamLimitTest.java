package io.lintel.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.Test;

class StreamLimitTest {

    private final StreamLimit limit = new StreamLimit(4, 2);

    @Test
    void oneAccountCannotTakeAllStreams() {
        open("greedy");
        open("greedy");
        assertThatThrownBy(() -> open("greedy")).hasMessageContaining("2 streams of greedy");
        assertThatCode(() -> open("modest")).doesNotThrowAnyException();
    }

    @Test
    void thereIsABoundForAllTogether() {
        open("a");
        open("a");
        open("b");
        open("b");
        assertThatThrownBy(() -> open("c")).hasMessageContaining("4 streams");
    }

    @Test
    void aStreamThatHasEndedCountsNoMore() {
        AssertSubscriber<Integer> first = open("a");
        open("a");
        first.cancel();
        assertThatCode(() -> open("a")).doesNotThrowAnyException();
    }

    private AssertSubscriber<Integer> open(String owner) {
        return limit.count(owner, Multi.createFrom().<Integer>nothing())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
    }
}
