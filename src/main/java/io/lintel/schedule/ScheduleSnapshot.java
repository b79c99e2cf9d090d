package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All schedules, groups and holidays at one revision. Immutable; answers without touching the disk. */
public final class ScheduleSnapshot {

    private final long revision;
    private final Map<Schedule.Id, Schedule> schedules;
    private final Map<Schedule.Id, WeeklySchedule> rules;
    private final Map<Group.Id, Group> groups;
    private final Map<PersonId, Set<Schedule.Id>> own;
    private final Map<PersonId, List<Group>> groupsOf;
    private final List<Holiday.Stored> holidays;
    private final HolidayCalendar calendar;
    private final Schedule byDefault;
    private final DoorSchedule door;

    /**
     * @param own schedules that people have of their own
     * @param byDefault schedule of people who have none
     * @throws ScheduleException if there is no such default schedule
     */
    ScheduleSnapshot(
            long revision,
            List<Schedule> schedules,
            List<Group> groups,
            Map<PersonId, Set<Schedule.Id>> own,
            List<Holiday.Stored> holidays,
            Schedule.Id byDefault,
            DoorSchedule door) {
        this.revision = revision;
        this.schedules = new LinkedHashMap<>();
        this.rules = new HashMap<>();
        for (Schedule schedule : schedules) {
            this.schedules.put(schedule.id(), schedule);
            this.rules.put(schedule.id(), schedule.rule());
        }
        this.groups = new LinkedHashMap<>();
        this.groupsOf = new HashMap<>();
        for (Group group : groups) {
            this.groups.put(group.id(), group);
            group.members()
                    .forEach(person -> groupsOf.computeIfAbsent(person, id -> new ArrayList<>())
                            .add(group));
        }
        this.own = Map.copyOf(own);
        this.holidays = List.copyOf(holidays);
        this.calendar = new HolidayCalendar(
                holidays.stream().map(Holiday.Stored::holiday).toList());
        this.byDefault = known(byDefault);
        this.door = door;
    }

    public long revision() {
        return revision;
    }

    /** The built-in ones first, then by name. */
    public List<Schedule> schedules() {
        return List.copyOf(schedules.values());
    }

    public Optional<Schedule> schedule(Schedule.Id id) {
        return Optional.ofNullable(schedules.get(id));
    }

    /** By name. */
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    public Optional<Group> group(Group.Id id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** By their first day. */
    public List<Holiday.Stored> holidays() {
        return holidays;
    }

    public HolidayCalendar calendar() {
        return calendar;
    }

    /** Of people who have none. */
    public Schedule defaultSchedule() {
        return byDefault;
    }

    public DoorSchedule door() {
        return door;
    }

    /** Names of schedules, in the order of {@link #schedules}. */
    public List<String> names(Set<Schedule.Id> ids) {
        return schedules.values().stream()
                .filter(schedule -> ids.contains(schedule.id()))
                .map(schedule -> schedule.name().value())
                .toList();
    }

    /** The name of a schedule, or its number when it does not exist any more. */
    public String name(Schedule.Id id) {
        return schedule(id).map(schedule -> schedule.name().value()).orElse("number " + id);
    }

    /** In words, such as {@code office, once the first person is in}. */
    public String describe(DoorSchedule schedule) {
        return schedule.schedule() == null
                ? "none"
                : name(schedule.schedule()) + (schedule.waitsForFirstPerson() ? ", once the first person is in" : "");
    }

    /** What counts for a person; does not check that the person exists. */
    public Assignment of(PersonId person) {
        Set<Schedule.Id> personal = own.getOrDefault(person, Set.of());
        List<Group> memberships = groupsOf.getOrDefault(person, List.of());
        Set<Schedule.Id> all = new LinkedHashSet<>(personal);
        memberships.forEach(group -> all.addAll(group.schedules()));
        List<Schedule> inForce = schedules.values().stream()
                .filter(schedule -> all.contains(schedule.id()))
                .toList();
        return inForce.isEmpty()
                ? new Assignment(personal, memberships, List.of(byDefault), true)
                : new Assignment(personal, memberships, inForce, false);
    }

    /** The rules of a person: one that allows is enough. */
    public List<WeeklySchedule> rulesOf(PersonId person) {
        return of(person).inForce().stream()
                .map(schedule -> rule(schedule.id()))
                .toList();
    }

    /** @return the rule that never allows for a schedule that is not there */
    public WeeklySchedule rule(Schedule.Id id) {
        return rules.getOrDefault(id, WeeklySchedule.NEVER);
    }

    /** The people who have a schedule of their own. */
    public Set<PersonId> withOwn(Schedule.Id schedule) {
        Set<PersonId> people = new HashSet<>();
        own.forEach((person, schedules) -> {
            if (schedules.contains(schedule)) {
                people.add(person);
            }
        });
        return Collections.unmodifiableSet(people);
    }

    private Schedule known(Schedule.Id id) {
        Schedule schedule = schedules.get(id);
        if (schedule == null) {
            throw ScheduleException.noSuch("schedule", id.value());
        }
        return schedule;
    }
}
