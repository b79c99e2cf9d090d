package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Schedules assigned to people themselves. Each public method is one transaction. Thread-safe. */
public final class PersonScheduleStore {

    private final Database database;

    public PersonScheduleStore(Database database) {
        this.database = database;
    }

    Changed<Set<Schedule.Id>> set(PersonId person, Set<Schedule.Id> schedules) {
        return database.write(sql -> {
            requirePerson(sql, person);
            Set<Schedule.Id> before = of(sql, person);
            sql.update("DELETE FROM person_schedule WHERE person = ?", person.value());
            for (Schedule.Id schedule : schedules) {
                ScheduleStore.require(sql, schedule);
                sql.update(
                        "INSERT INTO person_schedule (person, schedule) VALUES (?, ?)",
                        person.value(),
                        schedule.value());
            }
            return new Changed<>(before, of(sql, person));
        });
    }

    static Map<PersonId, Set<Schedule.Id>> all(Sql sql) throws SQLException {
        Map<PersonId, Set<Schedule.Id>> all = new HashMap<>();
        sql.each(
                "SELECT person, schedule FROM person_schedule",
                row -> all.computeIfAbsent(new PersonId(row.getLong(1)), id -> new HashSet<>())
                        .add(new Schedule.Id(row.getLong(2))));
        return all;
    }

    void require(PersonId person) {
        database.read(sql -> {
            requirePerson(sql, person);
            return person;
        });
    }

    static void requirePerson(Sql sql, PersonId person) throws SQLException {
        if (sql.number("SELECT count(*) FROM person WHERE id = ?", person.value()) == 0) {
            throw ScheduleException.noSuchPerson(person);
        }
    }

    private static Set<Schedule.Id> of(Sql sql, PersonId person) throws SQLException {
        return Set.copyOf(sql.list(
                "SELECT schedule FROM person_schedule WHERE person = ?",
                row -> new Schedule.Id(row.getLong(1)),
                person.value()));
    }
}
