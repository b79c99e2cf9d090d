package io.lintel.cli;

import io.lintel.schedule.Schedule;
import io.lintel.service.ScheduleService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "default", description = "Choose the schedule of people who have none, neither own nor by a group.")
final class DefaultScheduleCommand extends ScheduleCommand {

    @Parameters(paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
    String schedule = "";

    DefaultScheduleCommand(ServiceRunner runner, Console console) {
        super(runner, console);
    }

    @Override
    int run(ScheduleService service) {
        Schedule chosen = ScheduleText.schedule(schedule, service.snapshot());
        service.setDefault(CommandLineUser.CLI, chosen.id());
        console.answer(
                Console.object().put("default", chosen.id().value()),
                out -> out.println("people without a schedule: " + chosen.name()));
        return ExitCode.OK;
    }
}
