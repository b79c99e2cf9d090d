package io.lintel.wiring;

import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.timetable.Assignment;
import io.lintel.timetable.Changed;
import io.lintel.timetable.DoorPlan;
import io.lintel.timetable.GroupId;
import io.lintel.timetable.HolidayDraft;
import io.lintel.timetable.HolidayId;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.ScheduleDraft;
import io.lintel.timetable.ScheduleId;
import io.lintel.timetable.StoredHoliday;
import io.lintel.timetable.Timetable;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.timetable.ics.CalendarFile;
import io.lintel.timetable.ics.CalendarImport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What commands, pages and programs do with schedules, groups and holidays: each change is written to the audit log with what
 * was before and after. Thread-safe.
 */
public final class TimetableDesk {

    private final People people;
    private final ZoneId zone;
    private final Timetable timetable;
    private final TimetableAudit audit;

    public TimetableDesk(Timetable timetable, People people, AuditLog audit, ZoneId zone) {
        this.timetable = timetable;
        this.people = people;
        this.audit = new TimetableAudit(audit);
        this.zone = zone;
    }

    /** As it is on the disk now. */
    public TimetableSnapshot now() {
        timetable.refresh();
        return timetable.snapshot();
    }

    /** Of the site: all times of schedules are by its clock. */
    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), zone());
    }

    /** Whether a schedule allows at a moment, and until when that stays so. */
    public Opening opening(WeeklySchedule rule, Instant at) {
        TimetableSnapshot snapshot = timetable.snapshot();
        boolean open = rule.allows(at, zone(), snapshot.calendar());
        return new Opening(
                open,
                (open ? rule.nextEnd(at, zone(), snapshot.calendar()) : rule.nextBegin(at, zone(), snapshot.calendar()))
                        .orElse(null));
    }

    public NamedSchedule schedule(ScheduleId id) {
        return timetable.schedule(id);
    }

    public PeopleGroup group(GroupId id) {
        return timetable.group(id);
    }

    /** @throws io.lintel.gallery.GalleryException if there is no such person */
    public Assignment assignment(PersonId person) {
        Person known = people.require(person);
        return now().of(known.id());
    }

    public NamedSchedule addSchedule(String actor, ScheduleDraft draft) {
        NamedSchedule added = timetable.addSchedule(draft);
        audit.scheduleAdded(actor, added);
        return added;
    }

    public Changed<NamedSchedule> changeSchedule(String actor, ScheduleId id, ScheduleDraft draft) {
        Changed<NamedSchedule> change = timetable.changeSchedule(id, draft);
        audit.scheduleChanged(actor, change);
        return change;
    }

    public NamedSchedule removeSchedule(String actor, ScheduleId id) {
        NamedSchedule removed = timetable.removeSchedule(id);
        audit.scheduleRemoved(actor, removed);
        return removed;
    }

    public Changed<ScheduleId> setDefault(String actor, ScheduleId id) {
        Changed<ScheduleId> change = timetable.setDefault(id);
        audit.setting(actor, "default-schedule", name(change.before()), name(change.after()));
        return change;
    }

    public Changed<DoorPlan> setDoor(String actor, DoorPlan plan) {
        Changed<DoorPlan> change = timetable.setDoor(plan);
        audit.setting(actor, "door-hours", describe(change.before()), describe(change.after()));
        return change;
    }

    public PeopleGroup addGroup(String actor, PlanName name) {
        PeopleGroup added = timetable.addGroup(name);
        audit.groupAdded(actor, added);
        return added;
    }

    public Changed<PeopleGroup> renameGroup(String actor, GroupId id, PlanName name) {
        Changed<PeopleGroup> change = timetable.renameGroup(id, name);
        audit.groupChanged(actor, change, timetable.snapshot());
        return change;
    }

    public Changed<PeopleGroup> setGroupSchedules(String actor, GroupId id, Set<ScheduleId> schedules) {
        Changed<PeopleGroup> change = timetable.setGroupSchedules(id, schedules);
        audit.groupChanged(actor, change, timetable.snapshot());
        return change;
    }

    /** Who is in already, or was not in, does not change. */
    public Changed<PeopleGroup> changeMembers(String actor, GroupId id, Set<PersonId> join, Set<PersonId> leave) {
        Changed<PeopleGroup> change = timetable.changeMembers(id, join, leave);
        audit.membersChanged(actor, change);
        return change;
    }

    public PeopleGroup removeGroup(String actor, GroupId id, boolean withMembers) {
        PeopleGroup removed = timetable.removeGroup(id, withMembers);
        audit.groupRemoved(actor, removed);
        return removed;
    }

    public Changed<Set<ScheduleId>> setSchedulesOf(String actor, PersonId person, Set<ScheduleId> schedules) {
        Changed<Set<ScheduleId>> change = timetable.setSchedulesOf(person, schedules);
        audit.personSchedules(actor, person, change, timetable.snapshot());
        return change;
    }

    public Changed<Set<GroupId>> setGroupsOf(String actor, PersonId person, Set<GroupId> groups) {
        Changed<Set<GroupId>> change = timetable.setGroupsOf(person, groups);
        audit.personGroups(actor, person, change, timetable.snapshot());
        return change;
    }

    /** Adds or takes away one schedule of a person's own. */
    public Changed<Set<ScheduleId>> assign(String actor, ScheduleId schedule, PersonId person, boolean on) {
        return setSchedulesOf(actor, person, with(now().of(person).own(), schedule, on));
    }

    /** Adds or takes away one schedule of a group. */
    public Changed<PeopleGroup> assign(String actor, ScheduleId schedule, GroupId group, boolean on) {
        now();
        return setGroupSchedules(actor, group, with(group(group).schedules(), schedule, on));
    }

    /** @return those that were not there yet */
    public List<StoredHoliday> addHolidays(String actor, List<HolidayDraft> drafts) {
        List<StoredHoliday> added = timetable.addHolidays(drafts);
        audit.holidaysAdded(actor, added);
        return added;
    }

    public StoredHoliday removeHoliday(String actor, HolidayId id) {
        StoredHoliday removed = timetable.removeHoliday(id);
        audit.holidayRemoved(actor, removed);
        return removed;
    }

    /** @return what the file holds, and what of it is new */
    public Imported importHolidays(String actor, byte[] calendarFile) {
        CalendarImport found = CalendarFile.read(calendarFile, today());
        return new Imported(found, addHolidays(actor, found.holidays()));
    }

    /** In words, such as {@code office, once the first person is in}. */
    public String describe(DoorPlan plan) {
        ScheduleId schedule = plan.schedule();
        if (schedule == null) {
            return "none";
        }
        return name(schedule) + (plan.waitsForFirstPerson() ? ", once the first person is in" : "");
    }

    private String name(ScheduleId id) {
        return timetable
                .snapshot()
                .schedule(id)
                .map(schedule -> schedule.name().value())
                .orElse("number " + id);
    }

    private static <T> Set<T> with(Set<T> before, T each, boolean on) {
        Set<T> after = new HashSet<>(before);
        if (on) {
            after.add(each);
        } else {
            after.remove(each);
        }
        return after;
    }

    /**
     * Whether it is allowed, and until when that stays so.
     *
     * @param until null: for more than a year
     */
    public record Opening(
            boolean open, @org.jspecify.annotations.Nullable Instant until) {}

    /** What came of a calendar file. */
    public record Imported(CalendarImport found, List<StoredHoliday> added) {}
}
