package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.service.ScheduleService;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Both {@code assign} and {@code unassign}. */
@Command(
        description = "Give a schedule to people and groups, or take it from them. One schedule that allows is enough.")
final class AssignCommand extends ScheduleCommand {

    @Parameters(paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
    String schedule = "";

    @Option(names = "--person", split = ",", paramLabel = "ID", description = "People, by number.")
    List<Long> people = new ArrayList<>();

    @Option(names = "--group", split = ",", paramLabel = "GROUP", description = "Groups, by number or name.")
    List<String> groups = new ArrayList<>();

    private final boolean on;

    AssignCommand(ServiceRunner runner, Console console, boolean on) {
        super(runner, console);
        this.on = on;
    }

    @Override
    int run(ScheduleService service) {
        ScheduleSnapshot before = service.snapshot();
        Schedule which = ScheduleText.schedule(schedule, before);
        List<Group> chosen =
                groups.stream().map(word -> ScheduleText.group(word, before)).toList();
        service.assign(
                CommandLineUser.CLI,
                which.id(),
                ScheduleText.people(people),
                chosen.stream().map(Group::id).toList(),
                on);
        ScheduleSnapshot after = service.snapshot();
        List<Long> byDefault = people.stream()
                .filter(id -> after.of(new PersonId(id)).byDefault())
                .toList();
        var document = Console.object()
                .put("schedule", which.id().value())
                .put("people", people.size())
                .put("groups", chosen.size());
        byDefault.forEach(document.putArray("withDefaultNow")::add);
        console.answer(document, out -> {
            out.println((on ? "given to " : "taken from ") + people.size() + " people and " + chosen.size()
                    + " groups: " + which.name());
            byDefault.forEach(id -> out.println("  person " + id + " has no schedule now, so the default counts: "
                    + names(after.of(new PersonId(id)))));
        });
        return ExitCode.OK;
    }

    private static String names(Assignment assignment) {
        return assignment.inForce().getFirst().name().value();
    }
}
