package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.service.ScheduleService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel schedules}: when people may enter. A running door follows each change within a second. */
@Command(
        name = "schedules",
        description = "When people may enter, and when the door is unlocked on schedule.",
        synopsisSubcommandLabel = "COMMAND")
final class SchedulesCommand {

    private static final String PERIODS =
            "Periods such as 'Mon-Fri 08:00-18:00', 'Fri 22:00-06:00', 'daily 00:00-24:00', 'holidays 10:00-14:00'.";

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new SchedulesCommand())
                .addSubcommand(new Show(runner, console))
                .addSubcommand(new Add(runner, console))
                .addSubcommand(new Change(runner, console))
                .addSubcommand(new Remove(runner, console))
                .addSubcommand("assign", new AssignCommand(runner, console, true))
                .addSubcommand("unassign", new AssignCommand(runner, console, false))
                .addSubcommand(new SchedulesCheckCommand(runner, console))
                .addSubcommand(new DefaultScheduleCommand(runner, console))
                .addSubcommand(new DoorScheduleCommand(runner, console));
    }

    @Command(name = "list", description = "Show all schedules, and what is set with them.")
    static final class Show extends ScheduleCommand {

        Show(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            ScheduleSnapshot now = service.snapshot();
            ObjectNode document = Console.object();
            ArrayNode list = document.putArray("schedules");
            now.schedules().forEach(schedule -> list.add(ScheduleText.json(schedule, service)));
            document.put("default", now.defaultSchedule().id().value()).put("doorHours", now.describe(now.door()));
            document.put("timeZone", service.zone().getId());
            console.answer(document, out -> {
                now.schedules().forEach(schedule -> out.println(ScheduleText.line(schedule, service)));
                out.println(
                        "people without a schedule: " + now.defaultSchedule().name());
                out.println("the door stands unlocked: " + now.describe(now.door()));
            });
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Make a schedule.")
    static final class Add extends ScheduleCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "What the schedule is called.")
        String name = "";

        @Parameters(index = "1..*", paramLabel = "PERIOD", description = PERIODS)
        List<String> periods = new ArrayList<>();

        @Option(names = "--ignore-holidays", description = "Holidays count as the day of the week that they are.")
        boolean ignoresHolidays;

        Add(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Schedule added = service.addSchedule(
                    CommandLineUser.CLI,
                    new Schedule.Draft(new ScheduleName(name), Period.parseList(periods), ignoresHolidays));
            console.answer(ScheduleText.json(added, service), out -> out.println(ScheduleText.line(added, service)));
            return ExitCode.OK;
        }
    }

    @Command(name = "change", description = "Give a schedule another name or other periods.")
    static final class Change extends ScheduleCommand {

        @Parameters(index = "0", paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
        String schedule = "";

        @Parameters(index = "1..*", paramLabel = "PERIOD", description = PERIODS + " None: unchanged.")
        List<String> periods = new ArrayList<>();

        @Option(names = "--name", paramLabel = "NAME", description = "The new name.")
        @Nullable
        String name;

        @Option(names = "--ignore-holidays", arity = "1", paramLabel = "true|false", description = "As for 'add'.")
        @Nullable
        Boolean ignoresHolidays;

        Change(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Schedule before = ScheduleText.schedule(schedule, service.snapshot());
            Schedule.Draft draft = new Schedule.Draft(
                    name == null ? before.name() : new ScheduleName(name),
                    periods.isEmpty() ? before.periods() : Period.parseList(periods),
                    ignoresHolidays == null ? before.ignoresHolidays() : ignoresHolidays);
            Schedule after = service.changeSchedule(CommandLineUser.CLI, before.id(), draft);
            console.answer(ScheduleText.json(after, service), out -> out.println(ScheduleText.line(after, service)));
            return ExitCode.OK;
        }
    }

    @Command(name = "remove", description = "Delete a schedule that is not in use.")
    static final class Remove extends ScheduleCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
        String schedule = "";

        Remove(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Schedule gone = service.removeSchedule(
                    CommandLineUser.CLI,
                    ScheduleText.schedule(schedule, service.snapshot()).id());
            console.answer(
                    Console.object().put("id", gone.id().value()),
                    out -> out.println("the schedule " + gone.name() + " is deleted"));
            return ExitCode.OK;
        }
    }
}
