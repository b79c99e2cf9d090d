package io.lintel.access.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidayTest {

    @Test
    void aHolidayOfOneYearDoesNotReturn() {
        Holiday feast = Holiday.on("feast", LocalDate.of(2026, 6, 4));

        assertThat(feast.contains(LocalDate.of(2026, 6, 4))).isTrue();
        assertThat(feast.contains(LocalDate.of(2026, 6, 5))).isFalse();
        assertThat(feast.contains(LocalDate.of(2027, 6, 4))).isFalse();
    }

    @Test
    void aHolidayOfEveryYearMayRunOverNewYear() {
        Holiday closed = new Holiday("closed", LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 2), true);

        assertThat(closed.contains(LocalDate.of(2030, 12, 23))).isFalse();
        assertThat(closed.contains(LocalDate.of(2030, 12, 24))).isTrue();
        assertThat(closed.contains(LocalDate.of(2031, 1, 2))).isTrue();
        assertThat(closed.contains(LocalDate.of(2031, 1, 3))).isFalse();
    }

    @Test
    void aHolidayCannotEndBeforeItBeginsNorLastAYear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holiday("x", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holiday("x", LocalDate.of(2026, 2, 2), LocalDate.of(2027, 2, 2), true));
    }

    @Test
    void aValidityEndsBeforeItsLastMoment() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant until = Instant.parse("2026-04-01T00:00:00Z");
        Validity validity = new Validity(from, until);

        assertThat(validity.hasBegun(from.minusNanos(1))).isFalse();
        assertThat(validity.hasBegun(from)).isTrue();
        assertThat(validity.hasEnded(until.minusNanos(1))).isFalse();
        assertThat(validity.hasEnded(until)).isTrue();
        assertThat(Validity.UNLIMITED.hasBegun(Instant.MIN)).isTrue();
        assertThat(Validity.UNLIMITED.hasEnded(Instant.MAX)).isFalse();
    }
}
