package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSubquery;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of people in the database. Each public method is one transaction. Thread-safe. */
public final class GroupStore {

    private final Database database;

    public GroupStore(Database database) {
        this.database = database;
    }

    /** The members of a group, for queries over people. */
    public static PersonSubquery members(Group.Id id) {
        return new PersonSubquery("SELECT person FROM people_group_member WHERE people_group = ?", List.of(id.value()));
    }

    Group add(ScheduleName name) {
        return database.write(sql -> {
            refuseTakenName(sql, name, -1);
            return require(
                    sql,
                    new Group.Id(sql.number(
                            "INSERT INTO people_group (name, name_key) VALUES (?, ?) RETURNING id",
                            name.value(),
                            name.key())));
        });
    }

    Changed<Group> rename(Group.Id id, ScheduleName name) {
        return database.write(sql -> {
            Group before = require(sql, id);
            refuseTakenName(sql, name, id.value());
            sql.update(
                    "UPDATE people_group SET name = ?, name_key = ? WHERE id = ?",
                    name.value(),
                    name.key(),
                    id.value());
            return new Changed<>(before, require(sql, id));
        });
    }

    Changed<Group> setSchedules(Group.Id id, Set<Schedule.Id> schedules) {
        return database.write(sql -> {
            Group before = require(sql, id);
            sql.update("DELETE FROM people_group_schedule WHERE people_group = ?", id.value());
            for (Schedule.Id schedule : schedules) {
                ScheduleStore.require(sql, schedule);
                sql.update(
                        "INSERT INTO people_group_schedule (people_group, schedule) VALUES (?, ?)",
                        id.value(),
                        schedule.value());
            }
            return new Changed<>(before, require(sql, id));
        });
    }

    /** Adds and removes members; people who are in already, or were not in, do not change. */
    Changed<Group> changeMembers(Group.Id id, Set<PersonId> join, Set<PersonId> leave) {
        return database.write(sql -> {
            Group before = require(sql, id);
            for (PersonId person : join) {
                PersonScheduleStore.requirePerson(sql, person);
                sql.update(
                        "INSERT OR IGNORE INTO people_group_member (people_group, person) VALUES (?, ?)",
                        id.value(),
                        person.value());
            }
            for (PersonId person : leave) {
                sql.update(
                        "DELETE FROM people_group_member WHERE people_group = ? AND person = ?",
                        id.value(),
                        person.value());
            }
            return new Changed<>(before, require(sql, id));
        });
    }

    /** @return the groups of the person before and after */
    Changed<Set<Group.Id>> setGroupsOf(PersonId person, Set<Group.Id> groups) {
        return database.write(sql -> {
            PersonScheduleStore.requirePerson(sql, person);
            Set<Group.Id> before = groupsOf(sql, person);
            Set<Group.Id> gone = new HashSet<>(before);
            gone.removeAll(groups);
            for (Group.Id group : gone) {
                sql.update(
                        "DELETE FROM people_group_member WHERE people_group = ? AND person = ?",
                        group.value(),
                        person.value());
            }
            for (Group.Id group : groups) {
                require(sql, group);
                sql.update(
                        "INSERT OR IGNORE INTO people_group_member (people_group, person) VALUES (?, ?)",
                        group.value(),
                        person.value());
            }
            return new Changed<>(before, groupsOf(sql, person));
        });
    }

    /** @param withMembers false: refuses while the group has members, who could lose their only schedules with it */
    Group remove(Group.Id id, boolean withMembers) {
        return database.write(sql -> {
            Group gone = require(sql, id);
            if (!withMembers && !gone.members().isEmpty()) {
                throw new ScheduleException(
                        "The group " + gone.name() + " has " + gone.members().size()
                                + " members, who would lose the schedules that it gives them",
                        "take them out first, or confirm that the group goes with its members");
            }
            sql.update("DELETE FROM people_group WHERE id = ?", id.value());
            return gone;
        });
    }

    static List<Group> all(Sql sql) throws SQLException {
        List<Long> ids = sql.list("SELECT id FROM people_group ORDER BY name_key", row -> row.getLong("id"));
        List<Group> all = new ArrayList<>();
        for (Long id : ids) {
            all.add(require(sql, new Group.Id(id)));
        }
        return all;
    }

    private static Group require(Sql sql, Group.Id id) throws SQLException {
        Set<PersonId> members = sql
                .list(
                        "SELECT person FROM people_group_member WHERE people_group = ?",
                        row -> new PersonId(row.getLong(1)),
                        id.value())
                .stream()
                .collect(Collectors.toSet());
        Set<Schedule.Id> schedules = sql
                .list(
                        "SELECT schedule FROM people_group_schedule WHERE people_group = ?",
                        row -> new Schedule.Id(row.getLong(1)),
                        id.value())
                .stream()
                .collect(Collectors.toSet());
        return sql.first(
                        "SELECT name FROM people_group WHERE id = ?",
                        row -> new Group(id, new ScheduleName(row.getString(1)), members, schedules),
                        id.value())
                .orElseThrow(() -> ScheduleException.noSuch("group", id.value()));
    }

    private static Set<Group.Id> groupsOf(Sql sql, PersonId person) throws SQLException {
        return Set.copyOf(sql.list(
                "SELECT people_group FROM people_group_member WHERE person = ?",
                row -> new Group.Id(row.getLong(1)),
                person.value()));
    }

    private static void refuseTakenName(Sql sql, ScheduleName name, long except) throws SQLException {
        if (sql.number("SELECT count(*) FROM people_group WHERE name_key = ? AND id <> ?", name.key(), except) > 0) {
            throw ScheduleException.nameTaken("group", name.value());
        }
    }
}
