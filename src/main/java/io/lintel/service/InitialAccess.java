package io.lintel.service;

import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schedules and groups that somebody gets with their enrolment; without any, the default schedule counts. Immutable. */
public record InitialAccess(Set<Schedule.Id> schedules, Set<Group.Id> groups) {

    public static final InitialAccess NONE = new InitialAccess(Set.of(), Set.of());

    public InitialAccess {
        schedules = Set.copyOf(schedules);
        groups = Set.copyOf(groups);
    }

    /** By names. @throws GalleryException naming the first that does not exist */
    static InitialAccess named(List<String> groups, List<String> schedules, ScheduleSnapshot now) {
        return new InitialAccess(
                schedules.stream()
                        .map(name -> find(name, now.schedules(), Schedule::name, "schedule")
                                .id())
                        .collect(Collectors.toSet()),
                groups.stream()
                        .map(name ->
                                find(name, now.groups(), Group::name, "group").id())
                        .collect(Collectors.toSet()));
    }

    private static <T> T find(String name, List<T> all, Function<T, ScheduleName> nameOf, String kind) {
        return all.stream()
                .filter(each -> PersonName.searchKey(nameOf.apply(each).value()).equals(PersonName.searchKey(name)))
                .findFirst()
                .orElseThrow(() -> new GalleryException(
                        "There is no " + kind + " \"" + name + "\"",
                        "make the " + kind + " first, or mend the CSV file"));
    }

    /** Before anybody is stored. @throws io.lintel.schedule.ScheduleException if one of them does not exist (any more) */
    public void check(ScheduleService service) {
        schedules.forEach(service::schedule);
        groups.forEach(service::group);
    }

    /** Gives it to somebody who is enrolled. */
    public void give(ScheduleService service, String actor, PersonId person) {
        if (!groups.isEmpty() || !schedules.isEmpty()) {
            service.setAccess(actor, person, schedules.isEmpty() ? null : schedules, groups.isEmpty() ? null : groups);
        }
    }
}
