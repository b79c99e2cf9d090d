package io.lintel.schedule;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;

/** Loads everything at one moment, and stores the default schedule and the door's. Thread-safe. */
public final class ScheduleSnapshotStore {

    private final Database database;

    public ScheduleSnapshotStore(Database database) {
        this.database = database;
    }

    /** Rises with every change, by whatever process. */
    long revision() {
        return database.read(ScheduleSnapshotStore::revision);
    }

    ScheduleSnapshot load() {
        return database.read(sql -> new ScheduleSnapshot(
                revision(sql),
                ScheduleStore.all(sql),
                GroupStore.all(sql),
                PersonScheduleStore.all(sql),
                HolidayStore.all(sql),
                defaultSchedule(sql),
                door(sql)));
    }

    Changed<Schedule.Id> setDefault(Schedule.Id schedule) {
        return database.write(sql -> {
            Schedule.Id before = defaultSchedule(sql);
            ScheduleStore.require(sql, schedule);
            sql.update("UPDATE timetable_setting SET default_schedule = ?", schedule.value());
            return new Changed<>(before, schedule);
        });
    }

    Changed<DoorSchedule> setDoor(DoorSchedule wanted) {
        return database.write(sql -> {
            DoorSchedule before = door(sql);
            Schedule.Id schedule = wanted.schedule();
            if (schedule != null) {
                ScheduleStore.require(sql, schedule);
            }
            sql.update(
                    "UPDATE timetable_setting SET door_schedule = ?, door_waits = ?",
                    schedule == null ? null : schedule.value(),
                    wanted.waitsForFirstPerson() ? 1 : 0);
            return new Changed<>(before, wanted);
        });
    }

    private static long revision(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM timetable_revision");
    }

    private static Schedule.Id defaultSchedule(Sql sql) throws SQLException {
        return new Schedule.Id(sql.number("SELECT default_schedule FROM timetable_setting"));
    }

    private static DoorSchedule door(Sql sql) throws SQLException {
        return sql.first("SELECT door_schedule, door_waits FROM timetable_setting", row -> {
                    Long schedule = Sql.nullableLong(row, "door_schedule");
                    return new DoorSchedule(
                            schedule == null ? null : new Schedule.Id(schedule), row.getInt("door_waits") == 1);
                })
                .orElse(DoorSchedule.NONE);
    }
}
