package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.schedule.ClockText;
import io.lintel.gallery.PersonId;
import io.lintel.timetable.HolidayDraft;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.ScheduleId;
import io.lintel.timetable.StoredHoliday;
import io.lintel.timetable.TimetableException;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.wiring.TimetableDesk;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Schedules, groups and holidays as the commands show and name them. */
final class TimetableText {

    private TimetableText() {}

    static ObjectNode json(NamedSchedule schedule, TimetableDesk desk) {
        TimetableDesk.Opening opening = desk.opening(schedule.rule(), Instant.now());
        ObjectNode document = Console.object()
                .put("id", schedule.id().value())
                .put("name", schedule.name().value())
                .put("builtIn", schedule.builtIn())
                .put("ignoresHolidays", schedule.ignoresHolidays());
        ArrayNode periods = document.putArray("periods");
        schedule.lines().forEach(line -> periods.add(line.toString()));
        return document.put("openNow", opening.open()).put("until", Objects.toString(opening.until(), null));
    }

    static ObjectNode json(PeopleGroup group, TimetableSnapshot names) {
        ObjectNode document = Console.object()
                .put("id", group.id().value())
                .put("name", group.name().value());
        ArrayNode members = document.putArray("members");
        group.members().stream().map(PersonId::value).sorted().forEach(members::add);
        ArrayNode schedules = document.putArray("schedules");
        schedules(group.schedules(), names).forEach(schedules::add);
        return document;
    }

    static ObjectNode json(StoredHoliday holiday) {
        HolidayDraft days = holiday.days();
        return Console.object()
                .put("id", holiday.id().value())
                .put("name", days.name().value())
                .put("first", days.first().toString())
                .put("last", days.last().toString())
                .put("everyYear", days.everyYear());
    }

    static String line(NamedSchedule schedule, TimetableDesk desk) {
        TimetableDesk.Opening opening = desk.opening(schedule.rule(), Instant.now());
        Instant until = opening.until();
        String now = (opening.open() ? "open now" : "closed now")
                + (until == null ? "" : ", until " + ClockText.of(until, desk.zone()));
        return String.format("%4s  %-20s %s (%s)", schedule.id(), schedule.name(), schedule.describe(), now);
    }

    static String line(PeopleGroup group, TimetableSnapshot names) {
        List<String> schedules = schedules(group.schedules(), names);
        return String.format(
                "%4s  %-20s %d members, %s",
                group.id(),
                group.name(),
                group.members().size(),
                schedules.isEmpty() ? "no schedule" : String.join(", ", schedules));
    }

    static String line(StoredHoliday holiday) {
        HolidayDraft days = holiday.days();
        return String.format(
                "%4s  %s%s  %s%s",
                holiday.id(),
                days.first(),
                days.last().equals(days.first()) ? "            " : ".." + days.last(),
                days.name(),
                days.everyYear() ? " (every year)" : "");
    }

    static List<String> schedules(Set<ScheduleId> ids, TimetableSnapshot names) {
        return names.schedules().stream()
                .filter(schedule -> ids.contains(schedule.id()))
                .map(schedule -> schedule.name().value())
                .collect(Collectors.toList());
    }

    /** @param word a number or a name */
    static NamedSchedule schedule(String word, TimetableSnapshot all) {
        return all.schedules().stream()
                .filter(each -> isMeant(word, each.id().value(), each.name()))
                .findFirst()
                .orElseThrow(() -> new TimetableException(
                        "There is no schedule " + word, "look which there are: lintel schedules list"));
    }

    /** @param word a number or a name */
    static PeopleGroup group(String word, TimetableSnapshot all) {
        return all.groups().stream()
                .filter(each -> isMeant(word, each.id().value(), each.name()))
                .findFirst()
                .orElseThrow(() -> new TimetableException(
                        "There is no group " + word, "look which there are: lintel groups list"));
    }

    static Set<PersonId> people(List<Long> ids) {
        return ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private static boolean isMeant(String word, long id, PlanName name) {
        return word.equals(Long.toString(id)) || word.equalsIgnoreCase(name.value());
    }
}
