package io.lintel.timetable;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Database;
import java.util.List;
import java.util.Set;

/**
 * Schedules, groups and holidays, in memory, ready to be asked; what an operator does with them. Each change is on the disk and
 * in the snapshot when the method returns, and its result holds what the audit log needs. Thread-safe.
 *
 * <p>Methods that take an id throw {@link TimetableException} when there is no such thing.
 */
public final class Timetable {

    private final TimetableStore store;
    private final ScheduleStore schedules;
    private final GroupStore groups;
    private final PersonScheduleStore people;
    private final HolidayStore holidays;
    private volatile TimetableSnapshot snapshot;

    public Timetable(Database database) {
        this.store = new TimetableStore(database);
        this.schedules = new ScheduleStore(database);
        this.groups = new GroupStore(database);
        this.people = new PersonScheduleStore(database);
        this.holidays = new HolidayStore(database);
        this.snapshot = store.load();
    }

    /** As of the last change or {@link #refresh}. Does not touch the disk. */
    public TimetableSnapshot snapshot() {
        return snapshot;
    }

    /** Looks whether anybody, also another process, has changed something. @return whether there was a change */
    public synchronized boolean refresh() {
        if (store.revision() == snapshot.revision()) {
            return false;
        }
        snapshot = store.load();
        return true;
    }

    public NamedSchedule addSchedule(ScheduleDraft draft) {
        return seen(schedules.add(draft));
    }

    public Changed<NamedSchedule> changeSchedule(ScheduleId id, ScheduleDraft draft) {
        return seen(schedules.change(id, draft));
    }

    /** @throws TimetableException while anybody has it */
    public NamedSchedule removeSchedule(ScheduleId id) {
        return seen(schedules.remove(id));
    }

    public NamedSchedule schedule(ScheduleId id) {
        return snapshot.schedule(id).orElseThrow(() -> TimetableException.noSuch("schedule", id.value()));
    }

    public PeopleGroup addGroup(PlanName name) {
        return seen(groups.add(name));
    }

    public Changed<PeopleGroup> renameGroup(GroupId id, PlanName name) {
        return seen(groups.rename(id, name));
    }

    public Changed<PeopleGroup> setGroupSchedules(GroupId id, Set<ScheduleId> wanted) {
        return seen(groups.setSchedules(id, wanted));
    }

    public Changed<PeopleGroup> changeMembers(GroupId id, Set<PersonId> join, Set<PersonId> leave) {
        return seen(groups.members(id, join, leave));
    }

    /** @param withMembers false: refuses while it has members */
    public PeopleGroup removeGroup(GroupId id, boolean withMembers) {
        return seen(groups.remove(id, withMembers));
    }

    public PeopleGroup group(GroupId id) {
        return snapshot.group(id).orElseThrow(() -> TimetableException.noSuch("group", id.value()));
    }

    public Changed<Set<GroupId>> setGroupsOf(PersonId person, Set<GroupId> wanted) {
        return seen(groups.setGroupsOf(person, wanted));
    }

    public Changed<Set<ScheduleId>> setSchedulesOf(PersonId person, Set<ScheduleId> wanted) {
        return seen(people.set(person, wanted));
    }

    /** Those that are there already are left out. @return the new ones */
    public List<StoredHoliday> addHolidays(List<HolidayDraft> drafts) {
        return seen(holidays.add(drafts));
    }

    public StoredHoliday removeHoliday(HolidayId id) {
        return seen(holidays.remove(id));
    }

    public Changed<ScheduleId> setDefault(ScheduleId schedule) {
        return seen(store.setDefault(schedule));
    }

    public Changed<DoorPlan> setDoor(DoorPlan plan) {
        return seen(store.setDoor(plan));
    }

    private <T> T seen(T result) {
        refresh();
        return result;
    }
}
