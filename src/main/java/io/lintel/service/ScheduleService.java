package io.lintel.service;

import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Changed;
import io.lintel.schedule.DoorSchedule;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.Schedules;
import io.lintel.schedule.WeeklySchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of schedules and groups, for commands, pages and the REST API alike. Each change is validated as a whole
 * before anything is written, then executed and written to the audit log with the values before and after. Thread-safe.
 *
 * <p>Methods that take an id throw {@link io.lintel.schedule.ScheduleException} when it does not exist.
 */
public final class ScheduleService {

    private final Schedules schedules;
    private final ScheduleAudit audit;
    private final HolidayService holidays;
    private final ZoneId zone;
    private final InstantSource clock;

    /** @param zone of the site: all times of schedules are its local time */
    public ScheduleService(Schedules schedules, AuditLog audit, ZoneId zone, InstantSource clock) {
        this.schedules = schedules;
        this.audit = new ScheduleAudit(audit);
        this.holidays = new HolidayService(schedules, audit, zone, clock);
        this.zone = zone;
        this.clock = clock;
    }

    /** The use cases of holidays. */
    public HolidayService holidays() {
        return holidays;
    }

    /** As stored on disk now. */
    public ScheduleSnapshot snapshot() {
        schedules.refresh();
        return schedules.snapshot();
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Whether a schedule allows now, and until when that does not change. */
    public WeeklySchedule.State state(Schedule schedule) {
        return state(schedule, clock.instant());
    }

    public WeeklySchedule.State state(Schedule schedule, Instant at) {
        return schedule.rule().state(at, zone, schedules.snapshot().calendar());
    }

    /** When the person's schedules open next, by the site's clock; empty while one is open, or when none opens within a year. */
    public Optional<LocalDateTime> opensNext(PersonId person) {
        List<WeeklySchedule.State> states =
                assignment(person).inForce().stream().map(this::state).toList();
        return states.stream().anyMatch(WeeklySchedule.State::open)
                ? Optional.empty()
                : states.stream()
                        .flatMap(state -> Stream.ofNullable(state.until()))
                        .min(Instant::compareTo)
                        .map(opening -> LocalDateTime.ofInstant(opening, zone));
    }

    public Schedule schedule(Schedule.Id id) {
        schedules.refresh();
        return schedules.schedule(id);
    }

    public Group group(Group.Id id) {
        schedules.refresh();
        return schedules.group(id);
    }

    /** The schedules that count for a person. */
    public Assignment assignment(PersonId person) {
        return schedules.assignment(person);
    }

    public Schedule addSchedule(String actor, Schedule.Draft draft) {
        Schedule added = schedules.addSchedule(draft);
        audit.scheduleAdded(actor, added);
        return added;
    }

    public Schedule changeSchedule(String actor, Schedule.Id id, Schedule.Draft draft) {
        Changed<Schedule> change = schedules.changeSchedule(id, draft);
        audit.scheduleChanged(actor, change);
        return change.after();
    }

    public Schedule removeSchedule(String actor, Schedule.Id id) {
        Schedule removed = schedules.removeSchedule(id);
        audit.scheduleRemoved(actor, removed);
        return removed;
    }

    /** Chooses the schedule of people who have none. */
    public void setDefault(String actor, Schedule.Id id) {
        Changed<Schedule.Id> change = schedules.setDefault(id);
        audit.defaultChanged(actor, change, schedules.snapshot());
    }

    public void setDoor(String actor, DoorSchedule door) {
        Changed<DoorSchedule> change = schedules.setDoor(door);
        audit.doorChanged(actor, change, schedules.snapshot());
    }

    public void setDefaultAndDoor(String actor, Schedule.Id byDefault, DoorSchedule door) {
        schedule(byDefault);
        if (door.schedule() != null) {
            schedule(door.schedule());
        }
        setDefault(actor, byDefault);
        setDoor(actor, door);
    }

    public Group addGroup(String actor, ScheduleName name, Set<Schedule.Id> itsSchedules) {
        itsSchedules.forEach(this::schedule);
        Group added = schedules.addGroup(name);
        audit.groupAdded(actor, added);
        return itsSchedules.isEmpty() ? added : setGroupSchedules(actor, added.id(), itsSchedules);
    }

    /** @param name null: unchanged @param itsSchedules null: unchanged */
    public Group changeGroup(
            String actor, Group.Id id, @Nullable ScheduleName name, @Nullable Set<Schedule.Id> itsSchedules) {
        Group before = group(id);
        if (itsSchedules != null) {
            itsSchedules.forEach(this::schedule);
        }
        if (name != null && !name.equals(before.name())) {
            audit.groupChanged(actor, schedules.renameGroup(id, name), schedules.snapshot());
        }
        return itsSchedules == null ? group(id) : setGroupSchedules(actor, id, itsSchedules);
    }

    /** Adds and removes members; people who are in already, or were not in, do not change. */
    public Group changeMembers(String actor, Group.Id id, Set<PersonId> join, Set<PersonId> leave) {
        Changed<Group> change = schedules.changeMembers(id, join, leave);
        audit.membersChanged(actor, change);
        return change.after();
    }

    /** @param withMembers false: refuses while the group has members */
    public Group removeGroup(String actor, Group.Id id, boolean withMembers) {
        Group removed = schedules.removeGroup(id, withMembers);
        audit.groupRemoved(actor, removed);
        return removed;
    }

    /** Sets a person's own schedules and groups. @param own null: unchanged @param groups null: unchanged */
    public void setAccess(
            String actor, PersonId person, @Nullable Set<Schedule.Id> own, @Nullable Set<Group.Id> groups) {
        assignment(person);
        if (own != null) {
            own.forEach(this::schedule);
        }
        if (groups != null) {
            groups.forEach(this::group);
            audit.personGroups(actor, person, schedules.setGroupsOf(person, groups), schedules.snapshot());
        }
        if (own != null) {
            audit.personSchedules(actor, person, schedules.setSchedulesOf(person, own), schedules.snapshot());
        }
    }

    /** Adds one schedule to those that people and groups have. @param assigned false: takes it away */
    public void assign(
            String actor,
            Schedule.Id schedule,
            Collection<PersonId> people,
            Collection<Group.Id> groups,
            boolean assigned) {
        people.forEach(this::assignment);
        groups.forEach(this::group);
        for (PersonId person : people) {
            setAccess(actor, person, with(assignment(person).own(), schedule, assigned), null);
        }
        for (Group.Id group : groups) {
            changeGroup(actor, group, null, with(group(group).schedules(), schedule, assigned));
        }
    }

    private Group setGroupSchedules(String actor, Group.Id id, Set<Schedule.Id> itsSchedules) {
        Changed<Group> change = schedules.setGroupSchedules(id, itsSchedules);
        audit.groupChanged(actor, change, schedules.snapshot());
        return change.after();
    }

    private static <T> Set<T> with(Set<T> before, T each, boolean included) {
        Set<T> after = new HashSet<>(before);
        if (included) {
            after.add(each);
        } else {
            after.remove(each);
        }
        return after;
    }
}
