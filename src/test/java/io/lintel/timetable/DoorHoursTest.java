package io.lintel.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.schedule.PeriodLine;
import io.lintel.door.DoorMode;
import io.lintel.door.OperatorOrder;
import io.lintel.door.TestDoor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ScheduleId OFFICE = new ScheduleId(7);

    private final TestDoor house = new TestDoor();
    private Instant now = Instant.EPOCH;
    private TimetableSnapshot timetable = plan("Mon-Fri 08:00-18:00", false);
    private boolean somebodyInTheLog;
    private int logAsked;
    private DoorHours hours = hours();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theDoorStandsUnlockedInItsHoursOnly() {
        at("2026-11-27T07:59:59");
        assertMode(DoorMode.NORMAL);
        at("2026-11-27T08:00");
        assertMode(DoorMode.SCHEDULED_UNLOCK);
        assertThat(house.released()).isTrue();
        at("2026-11-27T18:00");
        assertMode(DoorMode.NORMAL);
        assertThat(house.released()).isFalse();
    }

    @Test
    void lockDownFireAndOperatorAreStronger() {
        at("2026-11-27T09:00");
        house.door.lockDown(true, "test");
        at("2026-11-27T09:01");
        assertMode(DoorMode.LOCK_DOWN);
        assertThat(house.released()).isFalse();

        house.door.lockDown(false, "test");
        house.door.order(OperatorOrder.LOCK, "test");
        at("2026-11-27T09:02");
        assertMode(DoorMode.OPERATOR_LOCK);
        assertThat(house.released()).isFalse();

        house.door.order(OperatorOrder.RELEASE, "test");
        assertMode(DoorMode.SCHEDULED_UNLOCK);
    }

    @Test
    void aLockDownThatLastsUntilAfterTheHoursEndsLocked() {
        at("2026-11-27T17:00");
        house.door.lockDown(true, "test");
        at("2026-11-27T19:00");
        house.door.lockDown(false, "test");
        assertThat(house.released()).isFalse();
    }

    @Test
    void itWaitsForTheFirstPersonOfEachDay() {
        timetable = plan("Mon-Fri 08:00-18:00", true);
        at("2026-11-26T09:00");
        assertThat(house.released()).isFalse();
        hours.personCame(now);
        at("2026-11-26T09:00:01");
        assertThat(house.released()).isTrue();

        at("2026-11-27T09:00");
        assertThat(house.released()).as("yesterday's person").isFalse();
    }

    @Test
    void afterARestartTheLogKnowsWhetherSomebodyCame() {
        timetable = plan("Mon-Fri 08:00-18:00", true);
        somebodyInTheLog = true;
        hours = hours();
        at("2026-11-27T12:00");
        assertThat(house.released()).isTrue();

        somebodyInTheLog = false;
        hours = hours();
        at("2026-11-27T12:01");
        at("2026-11-27T12:02");
        assertThat(house.released()).isFalse();
        assertThat(logAsked).as("once an opening").isEqualTo(2);
    }

    @Test
    void aClockThatJumpsIsFollowed() {
        at("2026-11-27T12:00");
        assertThat(house.released()).isTrue();
        at("2026-11-27T22:00");
        assertThat(house.released()).isFalse();
        at("2026-11-27T10:00");
        assertThat(house.released()).isTrue();
        now = Instant.EPOCH.plusSeconds(3600 * 12);
        hours.look();
        assertThat(house.released()).as("1970 is no time to open").isFalse();
    }

    @Test
    void aPersonOfTheFutureIsNobody() {
        timetable = plan("Mon-Fri 08:00-18:00", true);
        at("2026-11-27T12:00");
        hours.personCame(now);
        at("2026-11-26T12:00");
        assertThat(house.released()).isFalse();
    }

    @Test
    void theClocksChangeAndTheHoursStayAsTheClockOnTheWallSays() {
        timetable = plan("Sun 02:00-03:00", false);
        now = Instant.parse("2026-10-25T00:30:00Z"); // 02:30 for the first time
        hours.look();
        assertThat(house.released()).isTrue();
        now = Instant.parse("2026-10-25T01:30:00Z"); // 02:30 once more
        hours.look();
        assertThat(house.released()).isTrue();
        now = Instant.parse("2026-10-25T02:00:00Z");
        hours.look();
        assertThat(house.released()).isFalse();
    }

    @Test
    void aScheduleThatIsTakenAwayOrUnreadableLocks() {
        at("2026-11-27T12:00");
        timetable = snapshot(List.of(), DoorPlan.NONE);
        at("2026-11-27T12:01");
        assertThat(house.released()).isFalse();

        timetable = snapshot(List.of(), new DoorPlan(new ScheduleId(99), false));
        at("2026-11-27T12:02");
        assertThat(house.released()).isFalse();

        timetable = plan("Mon-Fri 08:00-18:00", false);
        at("2026-11-27T12:03");
        assertThat(house.released()).isTrue();
        DoorHours broken = new DoorHours(
                house.door,
                () -> {
                    throw new IllegalStateException("a mistake");
                },
                since -> true,
                () -> now,
                BERLIN);
        broken.look();
        assertThat(house.released()).isFalse();
    }

    private void at(String local) {
        now = LocalDateTime.parse(local).atZone(BERLIN).toInstant();
        hours.look();
    }

    private void assertMode(DoorMode expected) {
        await().untilAsserted(
                        () -> assertThat(house.door.status().door().mode()).isEqualTo(expected));
    }

    private DoorHours hours() {
        return new DoorHours(
                house.door,
                () -> timetable,
                since -> {
                    logAsked++;
                    return somebodyInTheLog;
                },
                () -> now,
                BERLIN);
    }

    private static TimetableSnapshot plan(String line, boolean waits) {
        NamedSchedule office =
                new NamedSchedule(OFFICE, new PlanName("office"), false, List.of(PeriodLine.parse(line)), false);
        return snapshot(List.of(office), new DoorPlan(OFFICE, waits));
    }

    private static TimetableSnapshot snapshot(List<NamedSchedule> more, DoorPlan plan) {
        List<NamedSchedule> all = new java.util.ArrayList<>(more);
        all.add(new NamedSchedule(NamedSchedule.ALWAYS, new PlanName("always"), true, List.of(), true));
        return TimetableSnapshot.of(1, all, List.of(), Map.of(), List.of(), NamedSchedule.ALWAYS, plan);
    }
}
