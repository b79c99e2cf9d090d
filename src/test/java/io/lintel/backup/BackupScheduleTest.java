package io.lintel.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BackupScheduleTest {

    private final BackupSchedule schedule = new BackupSchedule(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

    @Test
    void oneIsDueOnceADay() {
        assertThat(due("2026-11-28T01:30:00Z", "2026-11-29T01:29:59Z")).isFalse();
        assertThat(due("2026-11-28T01:30:00Z", "2026-11-29T01:30:00Z")).isTrue();
        assertThat(due("2026-11-29T01:30:00Z", "2026-11-29T23:00:00Z")).isFalse();
    }

    @Test
    void aMissedOneIsMadeUpFor() {
        assertThat(due("2026-11-27T01:30:00Z", "2026-11-29T17:00:00Z")).isTrue();
        assertThat(schedule.isDue(Instant.MIN, Instant.parse("2026-11-29T17:00:00Z")))
                .isTrue();
    }

    @Test
    void aTimeThatTheClocksSkipOrRepeatIsOneTime() {
        assertThat(due("2026-03-28T01:30:00Z", "2026-03-29T01:29:00Z")).isFalse(); // 02:30 does not exist: 03:30
        assertThat(due("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z")).isTrue();
        assertThat(due("2026-10-25T00:30:00Z", "2026-10-25T01:45:00Z")).isFalse(); // 02:30 comes twice
    }

    @Test
    void twoDaysWithoutOneAreTooLong() {
        Instant now = Instant.parse("2026-11-29T17:00:00Z");
        assertThat(schedule.isOverdue(Instant.parse("2026-11-27T17:00:00Z"), now))
                .isFalse();
        assertThat(schedule.isOverdue(Instant.parse("2026-11-27T16:59:59Z"), now))
                .isTrue();
    }

    private boolean due(String newest, String now) {
        return schedule.isDue(Instant.parse(newest), Instant.parse(now));
    }
}
