package io.lintel.schedule.ics;

import io.lintel.fuzz.Fuzz;
import java.time.LocalDate;
import java.time.ZoneId;

class CalendarFuzzTest {

    @Fuzz
    void calendar(byte[] input) {
        CalendarFile.read(input, LocalDate.of(2026, 11, 20), ZoneId.of("Europe/Berlin"));
    }
}
