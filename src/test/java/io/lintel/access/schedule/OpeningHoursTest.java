package io.lintel.access.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00Z, true",
        "2026-11-27T17:59:59Z, true",
        "2026-11-27T18:00:00Z, false",
        "2026-11-28T10:00:00Z, true",
        "2026-11-28T13:30:00Z, false",
        "2026-11-29T10:00:00Z, false"
    })
    void hoursOfAWeek(String at, boolean open) {
        assertThat(OpeningHours.parse("mon-fri 08:00-18:00, sat 09:00-13:00")
                        .allows(Instant.parse(at), ZoneOffset.UTC, HolidayCalendar.NONE))
                .isEqualTo(open);
    }

    @Test
    void aWeekMayBeginAnywhere() {
        assertThat(OpeningHours.parse("Sat-Mon 00:00-00:00")
                        .allows(Instant.parse("2026-11-29T23:00:00Z"), ZoneOffset.UTC, HolidayCalendar.NONE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "08:00-18:00", "mo-fr 08:00-18:00", "mon 8:00-18:00", "mon 25:00-26:00", "foo 08:00-09:00"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> OpeningHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
