package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.door.DoorMode;
import io.lintel.door.OperatorOrder;
import io.lintel.door.TestDoor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorSchedulerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Schedule.Id OFFICE = new Schedule.Id(7);

    private final TestDoor house = new TestDoor();
    private Instant now = Instant.EPOCH;
    private ScheduleSnapshot schedules = doorSchedule("Mon-Fri 08:00-18:00", false);
    private boolean somebodyInTheLog;
    private int logAsked;
    private DoorScheduler scheduler = scheduler();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theDoorIsUnlockedDuringItsScheduleOnly() {
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
    void aLockDownThatOutlastsTheScheduleEndsLocked() {
        at("2026-11-27T17:00");
        house.door.lockDown(true, "test");
        at("2026-11-27T19:00");
        house.door.lockDown(false, "test");
        assertThat(house.released()).isFalse();
    }

    @Test
    void itWaitsForTheFirstPersonOfEachDay() {
        schedules = doorSchedule("Mon-Fri 08:00-18:00", true);
        at("2026-11-26T09:00");
        assertThat(house.released()).isFalse();
        scheduler.personAdmitted(now);
        at("2026-11-26T09:00:01");
        assertThat(house.released()).isTrue();

        at("2026-11-27T09:00");
        assertThat(house.released()).as("yesterday's person").isFalse();
    }

    @Test
    void afterARestartTheLogStillShowsWhetherAGrantWasRecorded() {
        schedules = doorSchedule("Mon-Fri 08:00-18:00", true);
        somebodyInTheLog = true;
        scheduler = scheduler();
        at("2026-11-27T12:00");
        assertThat(house.released()).isTrue();

        somebodyInTheLog = false;
        scheduler = scheduler();
        at("2026-11-27T12:01");
        at("2026-11-27T12:02");
        assertThat(house.released()).isFalse();
        assertThat(logAsked).as("once an opening").isEqualTo(2);
    }

    @Test
    void aClockJumpIsFollowed() {
        at("2026-11-27T12:00");
        assertThat(house.released()).isTrue();
        at("2026-11-27T22:00");
        assertThat(house.released()).isFalse();
        at("2026-11-27T10:00");
        assertThat(house.released()).isTrue();
        now = Instant.EPOCH.plusSeconds(3600 * 12);
        scheduler.apply();
        assertThat(house.released()).as("1970 is no time to open").isFalse();
    }

    @Test
    void anAdmissionInTheFutureDoesNotCount() {
        schedules = doorSchedule("Mon-Fri 08:00-18:00", true);
        at("2026-11-27T12:00");
        scheduler.personAdmitted(now);
        at("2026-11-26T12:00");
        assertThat(house.released()).isFalse();
    }

    @Test
    void theScheduleFollowsLocalTimeWhenTheClocksChange() {
        schedules = doorSchedule("Sun 02:00-03:00", false);
        now = Instant.parse("2026-10-25T00:30:00Z"); // 02:30 for the first time
        scheduler.apply();
        assertThat(house.released()).isTrue();
        now = Instant.parse("2026-10-25T01:30:00Z"); // 02:30 once more
        scheduler.apply();
        assertThat(house.released()).isTrue();
        now = Instant.parse("2026-10-25T02:00:00Z");
        scheduler.apply();
        assertThat(house.released()).isFalse();
    }

    @Test
    void aMissingOrUnreadableScheduleLocks() {
        at("2026-11-27T12:00");
        schedules = snapshot(List.of(), DoorSchedule.NONE);
        at("2026-11-27T12:01");
        assertThat(house.released()).isFalse();

        schedules = snapshot(List.of(), new DoorSchedule(new Schedule.Id(99), false));
        at("2026-11-27T12:02");
        assertThat(house.released()).isFalse();

        schedules = doorSchedule("Mon-Fri 08:00-18:00", false);
        at("2026-11-27T12:03");
        assertThat(house.released()).isTrue();
        DoorScheduler broken = new DoorScheduler(
                house.door,
                () -> {
                    throw new IllegalStateException("a mistake");
                },
                since -> true,
                () -> now,
                BERLIN);
        broken.apply();
        assertThat(house.released()).isFalse();
    }

    private void at(String local) {
        now = LocalDateTime.parse(local).atZone(BERLIN).toInstant();
        scheduler.apply();
    }

    private void assertMode(DoorMode expected) {
        await().untilAsserted(
                        () -> assertThat(house.door.status().door().mode()).isEqualTo(expected));
    }

    private DoorScheduler scheduler() {
        return new DoorScheduler(
                house.door,
                () -> schedules,
                since -> {
                    logAsked++;
                    return somebodyInTheLog;
                },
                () -> now,
                BERLIN);
    }

    private static ScheduleSnapshot doorSchedule(String line, boolean waits) {
        Schedule office = new Schedule(OFFICE, new ScheduleName("office"), false, List.of(Period.parse(line)), false);
        return snapshot(List.of(office), new DoorSchedule(OFFICE, waits));
    }

    private static ScheduleSnapshot snapshot(List<Schedule> more, DoorSchedule door) {
        List<Schedule> all = new ArrayList<>(more);
        all.add(new Schedule(Schedule.ALWAYS, new ScheduleName("always"), true, List.of(), true));
        return new ScheduleSnapshot(1, all, List.of(), Map.of(), List.of(), Schedule.ALWAYS, door);
    }
}
