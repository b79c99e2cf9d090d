package io.lintel.timetable;

import io.lintel.access.schedule.HolidayCalendar;
import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.gallery.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The timetable at one revision. Immutable; answers without touching the disk. */
public final class TimetableSnapshot {

    private final long revision;
    private final Map<ScheduleId, NamedSchedule> schedules;
    private final Map<ScheduleId, WeeklySchedule> rules;
    private final Map<GroupId, PeopleGroup> groups;
    private final Map<PersonId, Set<ScheduleId>> own;
    private final Map<PersonId, List<PeopleGroup>> groupsOf;
    private final List<StoredHoliday> holidays;
    private final HolidayCalendar calendar;
    private final NamedSchedule byDefault;
    private final DoorPlan door;

    private TimetableSnapshot(
            long revision,
            List<NamedSchedule> schedules,
            List<PeopleGroup> groups,
            Map<PersonId, Set<ScheduleId>> own,
            List<StoredHoliday> holidays,
            ScheduleId byDefault,
            DoorPlan door) {
        this.revision = revision;
        this.schedules = new LinkedHashMap<>();
        this.rules = new HashMap<>();
        for (NamedSchedule schedule : schedules) {
            this.schedules.put(schedule.id(), schedule);
            this.rules.put(schedule.id(), schedule.rule());
        }
        this.groups = new LinkedHashMap<>();
        this.groupsOf = new HashMap<>();
        for (PeopleGroup group : groups) {
            this.groups.put(group.id(), group);
            group.members()
                    .forEach(person -> groupsOf.computeIfAbsent(person, id -> new ArrayList<>())
                            .add(group));
        }
        this.own = Map.copyOf(own);
        this.holidays = List.copyOf(holidays);
        this.calendar =
                new HolidayCalendar(holidays.stream().map(StoredHoliday::rule).toList());
        this.byDefault = known(byDefault);
        this.door = door;
    }

    static TimetableSnapshot of(
            long revision,
            List<NamedSchedule> schedules,
            List<PeopleGroup> groups,
            Map<PersonId, Set<ScheduleId>> own,
            List<StoredHoliday> holidays,
            ScheduleId byDefault,
            DoorPlan door) {
        return new TimetableSnapshot(revision, schedules, groups, own, holidays, byDefault, door);
    }

    public long revision() {
        return revision;
    }

    /** The built-in ones first, then by name. */
    public List<NamedSchedule> schedules() {
        return List.copyOf(schedules.values());
    }

    public Optional<NamedSchedule> schedule(ScheduleId id) {
        return Optional.ofNullable(schedules.get(id));
    }

    /** By name. */
    public List<PeopleGroup> groups() {
        return List.copyOf(groups.values());
    }

    public Optional<PeopleGroup> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** By their first day. */
    public List<StoredHoliday> holidays() {
        return holidays;
    }

    public HolidayCalendar calendar() {
        return calendar;
    }

    /** Of people who have none. */
    public NamedSchedule defaultSchedule() {
        return byDefault;
    }

    public DoorPlan door() {
        return door;
    }

    /** What counts for a person; whether he exists is not asked. */
    public Assignment of(PersonId person) {
        Set<ScheduleId> mine = own.getOrDefault(person, Set.of());
        List<PeopleGroup> his = groupsOf.getOrDefault(person, List.of());
        Set<ScheduleId> all = new LinkedHashSet<>(mine);
        his.forEach(group -> all.addAll(group.schedules()));
        List<NamedSchedule> inForce = schedules.values().stream()
                .filter(schedule -> all.contains(schedule.id()))
                .toList();
        return inForce.isEmpty()
                ? new Assignment(mine, his, List.of(byDefault), true)
                : new Assignment(mine, his, inForce, false);
    }

    /** The rules of a person: one that allows is enough. */
    public List<WeeklySchedule> rulesOf(PersonId person) {
        return of(person).inForce().stream()
                .map(schedule -> rule(schedule.id()))
                .toList();
    }

    /** @return the rule that never allows for a schedule that is not there */
    public WeeklySchedule rule(ScheduleId id) {
        return rules.getOrDefault(id, WeeklySchedule.NEVER);
    }

    /** The people who have a schedule of their own. */
    public Set<PersonId> withOwn(ScheduleId schedule) {
        Set<PersonId> people = new java.util.HashSet<>();
        own.forEach((person, his) -> {
            if (his.contains(schedule)) {
                people.add(person);
            }
        });
        return Collections.unmodifiableSet(people);
    }

    private NamedSchedule known(ScheduleId id) {
        NamedSchedule schedule = schedules.get(id);
        if (schedule == null) {
            throw TimetableException.noSuch("schedule", id.value());
        }
        return schedule;
    }
}
