package io.lintel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.gallery.PersonId;
import io.lintel.json.GroupJson;
import io.lintel.json.HolidayJson;
import io.lintel.json.ScheduleJson;
import io.lintel.schedule.Group;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleException;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.service.ScheduleService;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Schedules, groups and holidays as the commands print them and look them up. */
final class ScheduleText {

    private ScheduleText() {}

    static JsonNode json(Schedule schedule, ScheduleService service) {
        return Console.json(ScheduleJson.of(schedule, service));
    }

    static JsonNode json(Group group, ScheduleSnapshot all) {
        return Console.json(GroupJson.of(group, all));
    }

    static JsonNode json(Holiday.Stored holiday) {
        return Console.json(HolidayJson.of(holiday));
    }

    static String line(Schedule schedule, ScheduleService service) {
        WeeklySchedule.State state = service.state(schedule);
        Instant until = state.until();
        String now = (state.open() ? "open now" : "closed now")
                + (until == null ? "" : ", until " + TimeFormat.of(until, service.zone()));
        return String.format("%4s  %-20s %s (%s)", schedule.id(), schedule.name(), schedule.describe(), now);
    }

    static String line(Group group, ScheduleSnapshot all) {
        List<String> schedules = all.names(group.schedules());
        return String.format(
                "%4s  %-20s %d members, %s",
                group.id(),
                group.name(),
                group.members().size(),
                schedules.isEmpty() ? "no schedule" : String.join(", ", schedules));
    }

    static String line(Holiday.Stored stored) {
        Holiday days = stored.holiday();
        return String.format(
                "%4s  %s%s  %s%s",
                stored.id(),
                days.first(),
                days.last().equals(days.first()) ? "            " : ".." + days.last(),
                days.name(),
                days.everyYear() ? " (every year)" : "");
    }

    /** @param word a number or a name */
    static Schedule schedule(String word, ScheduleSnapshot all) {
        return all.schedules().stream()
                .filter(each -> isMeant(word, each.id().value(), each.name()))
                .findFirst()
                .orElseThrow(() -> new ScheduleException(
                        "There is no schedule " + word, "look which there are: lintel schedules list"));
    }

    /** @param word a number or a name */
    static Group group(String word, ScheduleSnapshot all) {
        return all.groups().stream()
                .filter(each -> isMeant(word, each.id().value(), each.name()))
                .findFirst()
                .orElseThrow(() ->
                        new ScheduleException("There is no group " + word, "look which there are: lintel groups list"));
    }

    static Set<PersonId> people(List<Long> ids) {
        return ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private static boolean isMeant(String word, long id, ScheduleName name) {
        return word.equals(Long.toString(id)) || word.equalsIgnoreCase(name.value());
    }
}
