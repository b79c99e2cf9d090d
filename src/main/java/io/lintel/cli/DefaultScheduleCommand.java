package io.lintel.cli;

import io.lintel.timetable.NamedSchedule;
import io.lintel.wiring.TimetableDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "default", description = "Choose the schedule of people who have none, neither own nor by a group.")
final class DefaultScheduleCommand extends TimetableCommand {

    @Parameters(paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
    String schedule = "";

    DefaultScheduleCommand(ServiceRunner runner, Console console) {
        super(runner, console);
    }

    @Override
    int at(TimetableDesk desk) {
        NamedSchedule chosen = TimetableText.schedule(schedule, desk.now());
        desk.setDefault(Actor.CLI, chosen.id());
        console.answer(
                Console.object().put("default", chosen.id().value()),
                out -> out.println("people without a schedule: " + chosen.name()));
        return ExitCode.OK;
    }
}
