package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Database;
import java.util.List;
import java.util.Set;

/**
 * Schedules, groups and holidays: a snapshot in memory, and their changes. Each change is on the disk and in the snapshot when the
 * method returns, and its result holds what the audit log needs. Thread-safe.
 *
 * <p>Methods that take an id throw {@link ScheduleException} when it does not exist.
 */
public final class Schedules {

    private final ScheduleSnapshotStore store;
    private final ScheduleStore schedules;
    private final GroupStore groups;
    private final PersonScheduleStore people;
    private final HolidayStore holidays;
    private volatile ScheduleSnapshot snapshot;

    public Schedules(Database database) {
        this.store = new ScheduleSnapshotStore(database);
        this.schedules = new ScheduleStore(database);
        this.groups = new GroupStore(database);
        this.people = new PersonScheduleStore(database);
        this.holidays = new HolidayStore(database);
        this.snapshot = store.load();
    }

    /** As of the last change or {@link #refresh}. Does not touch the disk. */
    public ScheduleSnapshot snapshot() {
        return snapshot;
    }

    /** Reads what has changed since, by any process. @return whether there was a change */
    public synchronized boolean refresh() {
        if (store.revision() == snapshot.revision()) {
            return false;
        }
        snapshot = store.load();
        return true;
    }

    public Schedule addSchedule(Schedule.Draft draft) {
        return seen(schedules.add(draft));
    }

    public Changed<Schedule> changeSchedule(Schedule.Id id, Schedule.Draft draft) {
        return seen(schedules.change(id, draft));
    }

    /** @throws ScheduleException while it is in use */
    public Schedule removeSchedule(Schedule.Id id) {
        return seen(schedules.remove(id));
    }

    public Schedule schedule(Schedule.Id id) {
        return snapshot.schedule(id).orElseThrow(() -> ScheduleException.noSuch("schedule", id.value()));
    }

    public Group addGroup(ScheduleName name) {
        return seen(groups.add(name));
    }

    public Changed<Group> renameGroup(Group.Id id, ScheduleName name) {
        return seen(groups.rename(id, name));
    }

    public Changed<Group> setGroupSchedules(Group.Id id, Set<Schedule.Id> wanted) {
        return seen(groups.setSchedules(id, wanted));
    }

    public Changed<Group> changeMembers(Group.Id id, Set<PersonId> join, Set<PersonId> leave) {
        return seen(groups.changeMembers(id, join, leave));
    }

    /** @param withMembers false: refuses while it has members */
    public Group removeGroup(Group.Id id, boolean withMembers) {
        return seen(groups.remove(id, withMembers));
    }

    public Group group(Group.Id id) {
        return snapshot.group(id).orElseThrow(() -> ScheduleException.noSuch("group", id.value()));
    }

    /** The schedules of a person who exists, as of now on the disk. */
    public Assignment assignment(PersonId person) {
        people.require(person);
        refresh();
        return snapshot.of(person);
    }

    public Changed<Set<Group.Id>> setGroupsOf(PersonId person, Set<Group.Id> wanted) {
        return seen(groups.setGroupsOf(person, wanted));
    }

    public Changed<Set<Schedule.Id>> setSchedulesOf(PersonId person, Set<Schedule.Id> wanted) {
        return seen(people.set(person, wanted));
    }

    /** Those that are there already are left out. @return the new ones */
    public List<Holiday.Stored> addHolidays(List<Holiday> drafts, String origin) {
        return seen(holidays.add(drafts, origin));
    }

    /** Makes the days of an origin these. @return those that are gone, and those that are new */
    public Changed<List<Holiday.Stored>> replaceHolidays(List<Holiday> drafts, String origin) {
        return seen(holidays.replace(drafts, origin));
    }

    /** @return what is gone */
    public List<Holiday.Stored> removeHolidays(String origin) {
        return seen(holidays.removeAll(origin));
    }

    public Holiday.Stored removeHoliday(Holiday.Id id) {
        return seen(holidays.remove(id));
    }

    public Changed<Schedule.Id> setDefault(Schedule.Id schedule) {
        return seen(store.setDefault(schedule));
    }

    public Changed<DoorSchedule> setDoor(DoorSchedule schedule) {
        return seen(store.setDoor(schedule));
    }

    private <T> T seen(T result) {
        refresh();
        return result;
    }
}
