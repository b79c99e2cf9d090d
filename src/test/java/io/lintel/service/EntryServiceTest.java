package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.EntryRule;
import io.lintel.access.PersonAccess;
import io.lintel.door.DoorMode;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.HolidayCalendar;
import io.lintel.schedule.WeeklySchedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lookup said "Welcome" for somebody whom the door would keep out (ui.md, B8). */
class EntryServiceTest {

    private static final PersonId EMEKA = new PersonId(7);
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private @Nullable PersonAccess access = PersonAccess.always(EMEKA);
    private DoorMode mode = DoorMode.NORMAL;
    private final EntryService entries = new EntryService(
            new EntryRule(person -> access, () -> HolidayCalendar.NONE, () -> NOW, ZoneOffset.UTC, () -> mode),
            new DoorService(Optional::empty));

    @Test
    void b8SomebodyDisabledWouldBeKeptOut() {
        access = new PersonAccess(EMEKA, false, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS));

        assertThat(entries.of(EMEKA)).isEqualTo(new EntryService.Entry(false, "disabled", "disabled"));
    }

    @Test
    void b8SomebodyWhoseScheduleNeverAllowsItWouldBeKeptOut() {
        access = new PersonAccess(EMEKA, true, ValiditySpan.UNLIMITED, List.of());

        assertThat(entries.of(EMEKA).reason()).isEqualTo("out-of-schedule");
    }

    @Test
    void b8SomebodyNotValidYetWouldBeKeptOut() {
        access = new PersonAccess(
                EMEKA, true, new ValiditySpan(NOW.plusSeconds(1), null), List.of(WeeklySchedule.ALWAYS));

        assertThat(entries.of(EMEKA)).isEqualTo(new EntryService.Entry(false, "expired", "not valid yet"));
    }

    @Test
    void b8InALockDownEverybodyWouldBeKeptOut() {
        mode = DoorMode.LOCK_DOWN;

        assertThat(entries.of(EMEKA).reason()).isEqualTo("lock-down");
    }

    @Test
    void b8WhileTheDoorIsKeptUnlockedNobodyIsKeptOut() {
        access = new PersonAccess(EMEKA, false, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS));
        mode = DoorMode.OPERATOR_UNLOCK;

        assertThat(entries.of(EMEKA).mayEnter()).isTrue();
    }

    @Test
    void whoMayEnterMayEnter() {
        assertThat(entries.of(EMEKA)).isEqualTo(new EntryService.Entry(true, null, "may enter now"));
    }
}
