package io.lintel.cli;

import io.lintel.schedule.DoorSchedule;
import io.lintel.service.ScheduleService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "door",
        description = "Choose when the door is unlocked on schedule, such as in office hours. Fire, lock-down and an "
                + "operator's order are stronger.")
final class DoorScheduleCommand extends ScheduleCommand {

    @Parameters(paramLabel = "SCHEDULE", description = "Number or name; none: the door stays locked.")
    String schedule = "";

    @Option(
            names = "--after-first-person",
            description = "Each period starts only when the first person has been let in.")
    boolean waits;

    DoorScheduleCommand(ServiceRunner runner, Console console) {
        super(runner, console);
    }

    @Override
    int run(ScheduleService service) {
        DoorSchedule door = schedule.equals("none")
                ? DoorSchedule.NONE
                : new DoorSchedule(
                        ScheduleText.schedule(schedule, service.snapshot()).id(), waits);
        service.setDoor(CommandLineUser.CLI, door);
        console.answer(
                Console.object().put("doorHours", service.snapshot().describe(door)),
                out -> out.println(
                        "the door stands unlocked: " + service.snapshot().describe(door)));
        return ExitCode.OK;
    }
}
