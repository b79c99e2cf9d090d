package io.lintel.timetable;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;

/** The whole timetable as it was at one moment, and the two settings in it. Thread-safe. */
public final class TimetableStore {

    private final Database database;

    public TimetableStore(Database database) {
        this.database = database;
    }

    /** Rises with every change, by whatever process. */
    long revision() {
        return database.read(TimetableStore::revision);
    }

    TimetableSnapshot load() {
        return database.read(sql -> TimetableSnapshot.of(
                revision(sql),
                ScheduleStore.all(sql),
                GroupStore.all(sql),
                PersonScheduleStore.all(sql),
                HolidayStore.all(sql),
                defaultSchedule(sql),
                door(sql)));
    }

    Changed<ScheduleId> setDefault(ScheduleId schedule) {
        return database.write(sql -> {
            ScheduleId before = defaultSchedule(sql);
            ScheduleStore.require(sql, schedule);
            sql.update("UPDATE timetable_setting SET default_schedule = ?", schedule.value());
            return new Changed<>(before, schedule);
        });
    }

    Changed<DoorPlan> setDoor(DoorPlan plan) {
        return database.write(sql -> {
            DoorPlan before = door(sql);
            ScheduleId schedule = plan.schedule();
            if (schedule != null) {
                ScheduleStore.require(sql, schedule);
            }
            sql.update(
                    "UPDATE timetable_setting SET door_schedule = ?, door_waits = ?",
                    schedule == null ? null : schedule.value(),
                    plan.waitsForFirstPerson() ? 1 : 0);
            return new Changed<>(before, plan);
        });
    }

    private static long revision(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM timetable_revision");
    }

    private static ScheduleId defaultSchedule(Sql sql) throws SQLException {
        return new ScheduleId(sql.number("SELECT default_schedule FROM timetable_setting"));
    }

    private static DoorPlan door(Sql sql) throws SQLException {
        return sql.first("SELECT door_schedule, door_waits FROM timetable_setting", row -> {
                    Long schedule = Sql.nullableLong(row, "door_schedule");
                    return new DoorPlan(
                            schedule == null ? null : new ScheduleId(schedule), row.getInt("door_waits") == 1);
                })
                .orElse(DoorPlan.NONE);
    }
}
