package io.lintel.cli;

import io.lintel.timetable.DoorPlan;
import io.lintel.wiring.TimetableDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "door",
        description = "Choose when the door stands unlocked by itself, such as in office hours. Fire, lock-down and an "
                + "operator's order are stronger.")
final class DoorHoursCommand extends TimetableCommand {

    @Parameters(paramLabel = "SCHEDULE", description = "Number or name; none: the door stays locked.")
    String schedule = "";

    @Option(names = "--after-first-person", description = "Each time, begin only when the first person was let in.")
    boolean waits;

    DoorHoursCommand(ServiceRunner runner, Console console) {
        super(runner, console);
    }

    @Override
    int at(TimetableDesk desk) {
        DoorPlan plan = schedule.equals("none")
                ? DoorPlan.NONE
                : new DoorPlan(TimetableText.schedule(schedule, desk.now()).id(), waits);
        desk.setDoor(Actor.CLI, plan);
        console.answer(
                Console.object().put("doorHours", desk.describe(plan)),
                out -> out.println("the door stands unlocked: " + desk.describe(plan)));
        return ExitCode.OK;
    }
}
