package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.schedule.ClockText;
import io.lintel.gallery.PersonId;
import io.lintel.timetable.Assignment;
import io.lintel.timetable.NamedSchedule;
import io.lintel.wiring.TimetableDesk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Say whether a person's schedules allow at a moment, and what changes next. Exit code 0 yes, 3 no.")
final class SchedulesCheckCommand extends TimetableCommand {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long person;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "By the site's clock, such as 2026-12-24T19:00. Default: now.")
    @Nullable
    LocalDateTime at;

    SchedulesCheckCommand(ServiceRunner runner, Console console) {
        super(runner, console);
    }

    @Override
    int at(TimetableDesk desk) {
        Assignment assignment = desk.assignment(new PersonId(person));
        Instant moment = at == null ? Instant.now() : at.atZone(desk.zone()).toInstant();
        ObjectNode document = Console.object().put("person", person).put("at", moment.toString());
        ArrayNode list = document.putArray("schedules");
        boolean allowed = false;
        StringBuilder text = new StringBuilder();
        for (NamedSchedule schedule : assignment.inForce()) {
            TimetableDesk.Opening opening = desk.opening(schedule.rule(), moment);
            allowed |= opening.open();
            list.addObject()
                    .put("name", schedule.name().value())
                    .put("allows", opening.open())
                    .put("until", Objects.toString(opening.until(), null));
            Instant until = opening.until();
            text.append("  ")
                    .append(schedule.name())
                    .append(opening.open() ? " allows" : " does not allow")
                    .append(until == null ? "" : ", until " + ClockText.of(until, desk.zone()))
                    .append(System.lineSeparator());
        }
        boolean yes = allowed;
        document.put("allowed", yes).put("byDefault", assignment.byDefault());
        console.answer(document, out -> {
            out.println((yes ? "allowed at " : "not allowed at ") + ClockText.of(moment, desk.zone()));
            out.print(text);
        });
        return yes ? ExitCode.OK : ExitCode.NO;
    }
}
