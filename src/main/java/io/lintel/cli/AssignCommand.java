package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.timetable.Assignment;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.wiring.TimetableDesk;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Both {@code assign} and {@code unassign}. */
@Command(
        description = "Give a schedule to people and groups, or take it from them. One schedule that allows is enough.")
final class AssignCommand extends TimetableCommand {

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
    int at(TimetableDesk desk) {
        TimetableSnapshot before = desk.now();
        NamedSchedule which = TimetableText.schedule(schedule, before);
        List<PeopleGroup> chosen =
                groups.stream().map(word -> TimetableText.group(word, before)).toList();
        people.forEach(id -> desk.assign(Actor.CLI, which.id(), new PersonId(id), on));
        chosen.forEach(group -> desk.assign(Actor.CLI, which.id(), group.id(), on));
        TimetableSnapshot after = desk.now();
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
