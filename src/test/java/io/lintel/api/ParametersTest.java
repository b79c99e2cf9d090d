package io.lintel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.security.HttpProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "tomorrow"
            })
    void aTimeThatCannotBeStoredIsRefusedByItsName(String written) {
        assertThatThrownBy(() -> Parameters.time("from", written))
                .isInstanceOfSatisfying(
                        HttpProblem.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("from");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE, Long.MIN_VALUE})
    void aCursorThatNoRowHasIsRefusedByItsName(long number) {
        assertThatThrownBy(() -> Parameters.cursor("after", number))
                .isInstanceOfSatisfying(
                        HttpProblem.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("after");
    }

    @Test
    void whatIsOrdinaryPasses() {
        assertThat(Parameters.time("from", " 2026-12-31T08:00:00Z ")).isEqualTo(Instant.parse("2026-12-31T08:00:00Z"));
        assertThat(Parameters.time("from", "")).isNull();
        assertThat(Parameters.cursor("after", 7L)).isEqualTo(7);
    }
}
