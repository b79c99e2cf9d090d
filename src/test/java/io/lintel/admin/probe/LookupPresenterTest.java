package io.lintel.admin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookupPresenterTest {

    @Test
    void b16AScoreThatMostStrangersReachIsNotCalledRare() {
        assertThat(LookupPresenter.meaning(1)).doesNotContain("one of");
        assertThat(LookupPresenter.meaning(0.7)).doesNotContain("one of");
        assertThat(LookupPresenter.meaning(0.001)).endsWith("at most about one of 1,000 comparisons");
    }
}
