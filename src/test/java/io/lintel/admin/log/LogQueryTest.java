package io.lintel.admin.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.security.HttpProblem;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogQueryTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LogQuery query = new LogQuery();

    @Test
    void nothingAskedForIsEverything() {
        assertThat(query.filter(null, BERLIN)).isEqualTo(AuditFilter.ALL);
        assertThat(query.address()).isEmpty();
        assertThat(query.isNarrowed()).isFalse();
    }

    @Test
    void timesAreTheDoorsOwnAndTheDayAtTheEndIsIncluded() {
        query.from = "2026-07-01T06:30";
        query.to = "2026-07-02";

        AuditFilter filter = query.filter(12L, BERLIN);

        assertThat(filter.person()).isEqualTo(12);
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-07-01T04:30:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-07-02T22:00:00Z"));
    }

    @Test
    void aTimeThatIsNoneIsSaid() {
        query.from = "yesterday";

        assertThatThrownBy(() -> query.filter(null, BERLIN))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void b16AnUnknownKindOfRowsIsSaidAndNotShownAsEverything() {
        query.what = "openings";

        assertThatThrownBy(() -> query.filter(null, BERLIN))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("openings");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-02, 2026-07-01, true",
        "2026-07-02T06:00, 2026-07-02, false",
        "2026-07-02T06:00, 2026-07-02T05:59, true",
        "2026-07-02, 2026-07-02, false",
        "'', 2026-07-02, false"
    })
    void b16ATimeThatEndsBeforeItBeginsIsNoticed(String from, String to, boolean backwards) {
        query.from = from;
        query.to = to;

        assertThat(query.isBackwards()).isEqualTo(backwards);
    }

    @Test
    void theAddressHoldsTheWholeQuery() {
        query.what = "denied";
        query.person = "Ada & Co";
        query.reason = "spoof";

        assertThat(query.filter(null, BERLIN).kinds()).containsExactly(AuditKind.ACCESS_DENIED);
        assertThat(query.address()).isEqualTo("what=denied&person=Ada+%26+Co&reason=spoof");
        assertThat(query.addressOf(7)).isEqualTo("what=denied&person=%237&reason=spoof");
    }
}
