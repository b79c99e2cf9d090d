package io.lintel.timetable;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
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

    PeopleGroup add(PlanName name) {
        return database.write(sql -> {
            refuseTakenName(sql, name, -1);
            return require(
                    sql,
                    new GroupId(sql.number(
                            "INSERT INTO people_group (name, name_key) VALUES (?, ?) RETURNING id",
                            name.value(),
                            name.key())));
        });
    }

    Changed<PeopleGroup> rename(GroupId id, PlanName name) {
        return database.write(sql -> {
            PeopleGroup before = require(sql, id);
            refuseTakenName(sql, name, id.value());
            sql.update(
                    "UPDATE people_group SET name = ?, name_key = ? WHERE id = ?",
                    name.value(),
                    name.key(),
                    id.value());
            return new Changed<>(before, require(sql, id));
        });
    }

    Changed<PeopleGroup> setSchedules(GroupId id, Set<ScheduleId> schedules) {
        return database.write(sql -> {
            PeopleGroup before = require(sql, id);
            sql.update("DELETE FROM people_group_schedule WHERE people_group = ?", id.value());
            for (ScheduleId schedule : schedules) {
                ScheduleStore.require(sql, schedule);
                sql.update(
                        "INSERT INTO people_group_schedule (people_group, schedule) VALUES (?, ?)",
                        id.value(),
                        schedule.value());
            }
            return new Changed<>(before, require(sql, id));
        });
    }

    /** @return the group, and who of them changed */
    Changed<PeopleGroup> members(GroupId id, Set<PersonId> join, Set<PersonId> leave) {
        return database.write(sql -> {
            PeopleGroup before = require(sql, id);
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
    Changed<Set<GroupId>> setGroupsOf(PersonId person, Set<GroupId> groups) {
        return database.write(sql -> {
            PersonScheduleStore.requirePerson(sql, person);
            Set<GroupId> before = groupsOf(sql, person);
            Set<GroupId> gone = new HashSet<>(before);
            gone.removeAll(groups);
            for (GroupId group : gone) {
                sql.update(
                        "DELETE FROM people_group_member WHERE people_group = ? AND person = ?",
                        group.value(),
                        person.value());
            }
            for (GroupId group : groups) {
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
    PeopleGroup remove(GroupId id, boolean withMembers) {
        return database.write(sql -> {
            PeopleGroup gone = require(sql, id);
            if (!withMembers && !gone.members().isEmpty()) {
                throw new TimetableException(
                        "The group " + gone.name() + " has " + gone.members().size()
                                + " members, who would lose the schedules that it gives them",
                        "take them out first, or confirm that the group goes with its members");
            }
            sql.update("DELETE FROM people_group WHERE id = ?", id.value());
            return gone;
        });
    }

    static List<PeopleGroup> all(Sql sql) throws SQLException {
        List<Long> ids = sql.list("SELECT id FROM people_group ORDER BY name_key", row -> row.getLong("id"));
        List<PeopleGroup> all = new java.util.ArrayList<>();
        for (Long id : ids) {
            all.add(require(sql, new GroupId(id)));
        }
        return all;
    }

    private static PeopleGroup require(Sql sql, GroupId id) throws SQLException {
        Set<PersonId> members = sql
                .list(
                        "SELECT person FROM people_group_member WHERE people_group = ?",
                        row -> new PersonId(row.getLong(1)),
                        id.value())
                .stream()
                .collect(Collectors.toSet());
        Set<ScheduleId> schedules = sql
                .list(
                        "SELECT schedule FROM people_group_schedule WHERE people_group = ?",
                        row -> new ScheduleId(row.getLong(1)),
                        id.value())
                .stream()
                .collect(Collectors.toSet());
        return sql.first(
                        "SELECT name FROM people_group WHERE id = ?",
                        row -> new PeopleGroup(id, new PlanName(row.getString(1)), members, schedules),
                        id.value())
                .orElseThrow(() -> TimetableException.noSuch("group", id.value()));
    }

    private static Set<GroupId> groupsOf(Sql sql, PersonId person) throws SQLException {
        return Set.copyOf(sql.list(
                "SELECT people_group FROM people_group_member WHERE person = ?",
                row -> new GroupId(row.getLong(1)),
                person.value()));
    }

    private static void refuseTakenName(Sql sql, PlanName name, long except) throws SQLException {
        if (sql.number("SELECT count(*) FROM people_group WHERE name_key = ? AND id <> ?", name.key(), except) > 0) {
            throw TimetableException.nameTaken("group", name.value());
        }
    }
}
