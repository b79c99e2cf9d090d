package io.lintel.timetable;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Schedules that people have of their own. Each public method is one transaction. Thread-safe. */
public final class PersonScheduleStore {

    private final Database database;

    public PersonScheduleStore(Database database) {
        this.database = database;
    }

    Changed<Set<ScheduleId>> set(PersonId person, Set<ScheduleId> schedules) {
        return database.write(sql -> {
            requirePerson(sql, person);
            Set<ScheduleId> before = of(sql, person);
            sql.update("DELETE FROM person_schedule WHERE person = ?", person.value());
            for (ScheduleId schedule : schedules) {
                ScheduleStore.require(sql, schedule);
                sql.update(
                        "INSERT INTO person_schedule (person, schedule) VALUES (?, ?)",
                        person.value(),
                        schedule.value());
            }
            return new Changed<>(before, of(sql, person));
        });
    }

    static Map<PersonId, Set<ScheduleId>> all(Sql sql) throws SQLException {
        Map<PersonId, Set<ScheduleId>> all = new HashMap<>();
        sql.each(
                "SELECT person, schedule FROM person_schedule",
                row -> all.computeIfAbsent(new PersonId(row.getLong(1)), id -> new HashSet<>())
                        .add(new ScheduleId(row.getLong(2))));
        return all;
    }

    static void requirePerson(Sql sql, PersonId person) throws SQLException {
        if (sql.number("SELECT count(*) FROM person WHERE id = ?", person.value()) == 0) {
            throw TimetableException.noSuchPerson(person);
        }
    }

    private static Set<ScheduleId> of(Sql sql, PersonId person) throws SQLException {
        return Set.copyOf(sql.list(
                "SELECT schedule FROM person_schedule WHERE person = ?",
                row -> new ScheduleId(row.getLong(1)),
                person.value()));
    }
}
