package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.service.ScheduleService;
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
final class SchedulesCheckCommand extends ScheduleCommand {

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
    int run(ScheduleService service) {
        Assignment assignment = service.assignment(new PersonId(person));
        Instant moment = at == null ? Instant.now() : at.atZone(service.zone()).toInstant();
        ObjectNode document = Console.object().put("person", person).put("at", moment.toString());
        ArrayNode list = document.putArray("schedules");
        boolean allowed = false;
        StringBuilder text = new StringBuilder();
        for (Schedule schedule : assignment.inForce()) {
            WeeklySchedule.State state = service.state(schedule, moment);
            allowed |= state.open();
            list.addObject()
                    .put("name", schedule.name().value())
                    .put("allows", state.open())
                    .put("until", Objects.toString(state.until(), null));
            Instant until = state.until();
            text.append("  ")
                    .append(schedule.name())
                    .append(state.open() ? " allows" : " does not allow")
                    .append(until == null ? "" : ", until " + TimeFormat.of(until, service.zone()))
                    .append(System.lineSeparator());
        }
        boolean yes = allowed;
        document.put("allowed", yes).put("byDefault", assignment.byDefault());
        console.answer(document, out -> {
            out.println((yes ? "allowed at " : "not allowed at ") + TimeFormat.of(moment, service.zone()));
            out.print(text);
        });
        return yes ? ExitCode.OK : ExitCode.NO;
    }
}
