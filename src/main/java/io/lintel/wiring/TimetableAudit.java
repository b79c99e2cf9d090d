package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.gallery.PersonId;
import io.lintel.timetable.Changed;
import io.lintel.timetable.GroupId;
import io.lintel.timetable.HolidayDraft;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.ScheduleId;
import io.lintel.timetable.StoredHoliday;
import io.lintel.timetable.TimetableSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes to the audit log what was done to schedules, groups and holidays. A change that changes nothing is not written. */
final class TimetableAudit {

    private static final String ARROW = " -> ";

    private final AuditLog log;

    TimetableAudit(AuditLog log) {
        this.log = log;
    }

    void scheduleAdded(String actor, NamedSchedule added) {
        schedule(actor, added, "added", "none" + ARROW + added.describe());
    }

    void scheduleChanged(String actor, Changed<NamedSchedule> change) {
        if (change.isChange()) {
            schedule(actor, change.after(), "changed", text(change.before()) + ARROW + text(change.after()));
        }
    }

    void scheduleRemoved(String actor, NamedSchedule removed) {
        schedule(actor, removed, "removed", removed.describe() + ARROW + "none");
    }

    void groupAdded(String actor, PeopleGroup added) {
        group(actor, added, "added", "none" + ARROW + added.name());
    }

    void groupChanged(String actor, Changed<PeopleGroup> change, TimetableSnapshot names) {
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

    /** One row a person, so that the log of a person tells of it. */
    void membersChanged(String actor, Changed<PeopleGroup> change) {
        Set<PersonId> joined = new HashSet<>(change.after().members());
        joined.removeAll(change.before().members());
        Set<PersonId> left = new HashSet<>(change.before().members());
        left.removeAll(change.after().members());
        String name = change.after().name().value();
        joined.forEach(person -> person(actor, person, "group_joined", name));
        left.forEach(person -> person(actor, person, "group_left", name));
    }

    void groupRemoved(String actor, PeopleGroup removed) {
        group(actor, removed, "removed", removed.members().size() + " members" + ARROW + "none");
        removed.members()
                .forEach(person ->
                        person(actor, person, "group_left", removed.name().value()));
    }

    void personSchedules(String actor, PersonId person, Changed<Set<ScheduleId>> change, TimetableSnapshot names) {
        if (change.isChange()) {
            person(
                    actor,
                    person,
                    "schedules",
                    schedules(change.before(), names) + ARROW + schedules(change.after(), names));
        }
    }

    void personGroups(String actor, PersonId person, Changed<Set<GroupId>> change, TimetableSnapshot names) {
        if (change.isChange()) {
            person(actor, person, "groups", groups(change.before(), names) + ARROW + groups(change.after(), names));
        }
    }

    void holidaysAdded(String actor, List<StoredHoliday> added) {
        if (!added.isEmpty()) {
            holidays(actor, "added", added);
        }
    }

    void holidayRemoved(String actor, StoredHoliday removed) {
        holidays(actor, "removed", List.of(removed));
    }

    void setting(String actor, String name, String before, String after) {
        if (!before.equals(after)) {
            log.append(AuditEvent.of(AuditKind.SETTING_CHANGED, actor)
                    .with(new AuditDetails().put("setting", name).put("value", before + ARROW + after)));
        }
    }

    private void schedule(String actor, NamedSchedule about, String change, String what) {
        log.append(AuditEvent.of(AuditKind.SCHEDULE_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("schedule", about.id().value())
                        .put("name", about.name().value())
                        .put("periods", what)));
    }

    private void group(String actor, PeopleGroup about, String change, String what) {
        log.append(AuditEvent.of(AuditKind.GROUP_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("group", about.id().value())
                        .put("name", about.name().value())
                        .put("change", what)));
    }

    private void holidays(String actor, String change, List<StoredHoliday> which) {
        log.append(AuditEvent.of(AuditKind.HOLIDAYS_CHANGED, actor)
                .because(change)
                .with(new AuditDetails()
                        .put("count", which.size())
                        .put("days", which.stream().map(TimetableAudit::text).collect(Collectors.joining("; ")))));
    }

    private void person(String actor, PersonId person, String key, String what) {
        log.append(AuditEvent.of(AuditKind.PERSON_CHANGED, actor)
                .about(person.value())
                .with(new AuditDetails().put(key, what)));
    }

    private static String text(NamedSchedule schedule) {
        return schedule.name() + ": " + schedule.describe();
    }

    private static String text(StoredHoliday holiday) {
        HolidayDraft days = holiday.days();
        String range = days.first().equals(days.last()) ? "" : ".." + days.last();
        return days.first() + range + (days.everyYear() ? " every year " : " ") + days.name();
    }

    private static String schedules(Set<ScheduleId> ids, TimetableSnapshot names) {
        return joined(names.schedules().stream()
                .filter(schedule -> ids.contains(schedule.id()))
                .map(schedule -> schedule.name().value())
                .toList());
    }

    private static String groups(Set<GroupId> ids, TimetableSnapshot names) {
        return joined(names.groups().stream()
                .filter(group -> ids.contains(group.id()))
                .map(group -> group.name().value())
                .toList());
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
