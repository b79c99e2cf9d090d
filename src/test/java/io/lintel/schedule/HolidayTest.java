package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        Holiday closed =
                new Holiday(new ScheduleName("closed"), LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 2), true);

        assertThat(closed.contains(LocalDate.of(2030, 12, 23))).isFalse();
        assertThat(closed.contains(LocalDate.of(2030, 12, 24))).isTrue();
        assertThat(closed.contains(LocalDate.of(2031, 1, 2))).isTrue();
        assertThat(closed.contains(LocalDate.of(2031, 1, 3))).isFalse();
    }

    @Test
    void aHolidayCannotEndBeforeItBeginsNorLastAYear() {
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() ->
                        new Holiday(new ScheduleName("x"), LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1), false));
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() ->
                        new Holiday(new ScheduleName("x"), LocalDate.of(2026, 2, 2), LocalDate.of(2027, 2, 2), true));
    }
}
