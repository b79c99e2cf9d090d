package io.lintel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.door.DoorMode;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.schedule.Period;
import io.lintel.schedule.WeeklySchedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PersonId DALIA = new PersonId(1);

    private Instant now = LocalDateTime.parse("2026-11-27T19:30").atZone(BERLIN).toInstant();

    @Test
    void aDenialNamesTheScheduleAndTheNextOpening() {
        assertThat(refusal(schedule("office", "Mon-Fri 08:00-18:00")))
                .isEqualTo(new EntryRule.Refusal(
                        DenialReason.OUT_OF_SCHEDULE,
                        "outside the schedule office; next allowed from Mon 30 Nov 2026 08:00 (office)"));
    }

    @Test
    void ofSeveralSchedulesTheOneThatOpensFirstIsNamed() {
        assertThat(refusal(schedule("office", "Mon-Fri 08:00-18:00"), schedule("cleaning", "Sat 05:00-07:00"))
                        .detail())
                .isEqualTo(
                        "outside the schedules office, cleaning; next allowed from Sat 28 Nov 2026 05:00 (cleaning)");
    }

    @Test
    void oneScheduleThatAllowsIsEnough() {
        assertThat(refuses(WeeklySchedule.NEVER, schedule("late", "Fri 19:00-20:00")))
                .isNull();
    }

    @Test
    void neverIsSaidToBeNever() {
        assertThat(refusal(WeeklySchedule.NEVER).detail()).isEqualTo("outside the schedule never; never allowed by it");
    }

    @Test
    void aClockThatCannotBeRightOpensNothingButAlways() {
        now = Instant.EPOCH;
        assertThat(refusal(schedule("daily", "daily 00:00-24:00")).detail()).isEqualTo("the clock is not set");
        assertThat(refuses(WeeklySchedule.ALWAYS)).isNull();
    }

    private EntryRule.Refusal refusal(WeeklySchedule... schedules) {
        return java.util.Objects.requireNonNull(refuses(schedules));
    }

    private EntryRule.Refusal refuses(WeeklySchedule... schedules) {
        PersonAccess access = new PersonAccess(DALIA, true, ValiditySpan.UNLIMITED, List.of(schedules));
        return new EntryRule(id -> access, () -> HolidayCalendar.NONE, () -> now, BERLIN, () -> DoorMode.NORMAL)
                .refuses(DALIA);
    }

    private static WeeklySchedule schedule(String name, String line) {
        return new WeeklySchedule(name, List.of(Period.parse(line)), false);
    }
}
