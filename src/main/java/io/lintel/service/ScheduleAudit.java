package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.Changed;
import io.lintel.schedule.DoorSchedule;
import io.lintel.schedule.Group;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Audits changes to schedules, groups and holidays. A change without effect is not written. */
final class ScheduleAudit {

    private static final String ARROW = " -> ";

    private final AuditLog log;

    ScheduleAudit(AuditLog log) {
        this.log = log;
    }

    void scheduleAdded(String actor, Schedule added) {
        schedule(actor, added, "added", "none" + ARROW + added.describe());
    }

    void scheduleChanged(String actor, Changed<Schedule> change) {
        if (change.isChange()) {
            schedule(actor, change.after(), "changed", text(change.before()) + ARROW + text(change.after()));
        }
    }

    void scheduleRemoved(String actor, Schedule removed) {
        schedule(actor, removed, "removed", removed.describe() + ARROW + "none");
    }

    void groupAdded(String actor, Group added) {
        group(actor, added, "added", "none" + ARROW + added.name());
    }

    void groupChanged(String actor, Changed<Group> change, ScheduleSnapshot names) {
        if (!change.before().name().equals(change.after().name())) {
            group(
                    actor,
                    change.after(),
                    "renamed",
                    change.before().name() + ARROW + change.after().name());
        }
        if (!change.before().schedules().equals(change.after().schedules())) {
            group(
                    actor,
                    change.after(),
                    "schedules",
                    schedules(change.before().schedules(), names)
                            + ARROW
                            + schedules(change.after().schedules(), names));
        }
    }

    /** One row per person, so that it is part of the person's log. */
    void membersChanged(String actor, Changed<Group> change) {
        Set<PersonId> joined = new HashSet<>(change.after().members());
        joined.removeAll(change.before().members());
        Set<PersonId> left = new HashSet<>(change.before().members());
        left.removeAll(change.after().members());
        String name = change.after().name().value();
        joined.forEach(person -> person(actor, person, "group_joined", name));
        left.forEach(person -> person(actor, person, "group_left", name));
    }

    void groupRemoved(String actor, Group removed) {
        group(actor, removed, "removed", removed.members().size() + " members" + ARROW + "none");
        removed.members()
                .forEach(person ->
                        person(actor, person, "group_left", removed.name().value()));
    }

    void personSchedules(String actor, PersonId person, Changed<Set<Schedule.Id>> change, ScheduleSnapshot names) {
        if (change.isChange()) {
            person(
                    actor,
                    person,
                    "schedules",
                    schedules(change.before(), names) + ARROW + schedules(change.after(), names));
        }
    }

    void personGroups(String actor, PersonId person, Changed<Set<Group.Id>> change, ScheduleSnapshot names) {
        if (change.isChange()) {
            person(actor, person, "groups", groups(change.before(), names) + ARROW + groups(change.after(), names));
        }
    }

    void holidaysAdded(String actor, List<Holiday.Stored> added) {
        if (!added.isEmpty()) {
            holidays(actor, "added", added);
        }
    }

    void holidaysRemoved(String actor, List<Holiday.Stored> removed) {
        if (!removed.isEmpty()) {
            holidays(actor, "removed", removed);
        }
    }

    void defaultChanged(String actor, Changed<Schedule.Id> change, ScheduleSnapshot names) {
        setting(actor, "default-schedule", names.name(change.before()), names.name(change.after()));
    }

    void doorChanged(String actor, Changed<DoorSchedule> change, ScheduleSnapshot names) {
        setting(actor, "door-hours", names.describe(change.before()), names.describe(change.after()));
    }

    private void setting(String actor, String name, String before, String after) {
        if (!before.equals(after)) {
            log.append(AuditEvent.of(AuditKind.SETTING_CHANGED, actor)
                    .with(new AuditDetails().put("setting", name).put("value", before + ARROW + after)));
        }
    }

    private void schedule(String actor, Schedule about, String change, String what) {
        log.append(AuditEvent.of(AuditKind.SCHEDULE_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("schedule", about.id().value())
                        .put("name", about.name().value())
                        .put("periods", what)));
    }

    private void group(String actor, Group about, String change, String what) {
        log.append(AuditEvent.of(AuditKind.GROUP_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("group", about.id().value())
                        .put("name", about.name().value())
                        .put("change", what)));
    }

    private void holidays(String actor, String change, List<Holiday.Stored> which) {
        log.append(AuditEvent.of(AuditKind.HOLIDAYS_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("count", which.size())
                        .put("days", which.stream().map(ScheduleAudit::text).collect(Collectors.joining("; ")))));
    }

    private void person(String actor, PersonId person, String key, String what) {
        log.append(AuditEvent.of(AuditKind.PERSON_CHANGED, actor)
                .about(person.value())
                .with(new AuditDetails().put(key, what)));
    }

    private static String text(Schedule schedule) {
        return schedule.name() + ": " + schedule.describe();
    }

    private static String text(Holiday.Stored holiday) {
        Holiday days = holiday.holiday();
        String range = days.first().equals(days.last()) ? "" : ".." + days.last();
        return days.first() + range + (days.everyYear() ? " every year " : " ") + days.name();
    }

    private static String schedules(Set<Schedule.Id> ids, ScheduleSnapshot names) {
        return joined(names.names(ids));
    }

    private static String groups(Set<Group.Id> ids, ScheduleSnapshot names) {
        return joined(names.groups().stream()
                .filter(group -> ids.contains(group.id()))
                .map(group -> group.name().value())
                .toList());
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
