package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.access.schedule.PeriodLine;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.ScheduleDraft;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.wiring.TimetableDesk;
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
        description = "When people may enter, and when the door stands unlocked by itself.",
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
                .addSubcommand(new DoorHoursCommand(runner, console));
    }

    @Command(name = "list", description = "Show all schedules, and what is set with them.")
    static final class Show extends TimetableCommand {

        Show(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int at(TimetableDesk desk) {
            TimetableSnapshot now = desk.now();
            ObjectNode document = Console.object();
            ArrayNode list = document.putArray("schedules");
            now.schedules().forEach(schedule -> list.add(TimetableText.json(schedule, desk)));
            document.put("default", now.defaultSchedule().id().value()).put("doorHours", desk.describe(now.door()));
            document.put("timeZone", desk.zone().getId());
            console.answer(document, out -> {
                now.schedules().forEach(schedule -> out.println(TimetableText.line(schedule, desk)));
                out.println(
                        "people without a schedule: " + now.defaultSchedule().name());
                out.println("the door stands unlocked: " + desk.describe(now.door()));
            });
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Make a schedule.")
    static final class Add extends TimetableCommand {

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
        int at(TimetableDesk desk) {
            NamedSchedule added = desk.addSchedule(
                    Actor.CLI, new ScheduleDraft(new PlanName(name), parsed(periods), ignoresHolidays));
            console.answer(TimetableText.json(added, desk), out -> out.println(TimetableText.line(added, desk)));
            return ExitCode.OK;
        }
    }

    @Command(name = "change", description = "Give a schedule another name or other periods.")
    static final class Change extends TimetableCommand {

        @Parameters(index = "0", paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
        String schedule = "";

        @Parameters(index = "1..*", paramLabel = "PERIOD", description = PERIODS + " None: they stay.")
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
        int at(TimetableDesk desk) {
            NamedSchedule before = TimetableText.schedule(schedule, desk.now());
            ScheduleDraft draft = new ScheduleDraft(
                    name == null ? before.name() : new PlanName(name),
                    periods.isEmpty() ? before.lines() : parsed(periods),
                    ignoresHolidays == null ? before.ignoresHolidays() : ignoresHolidays);
            NamedSchedule after =
                    desk.changeSchedule(Actor.CLI, before.id(), draft).after();
            console.answer(TimetableText.json(after, desk), out -> out.println(TimetableText.line(after, desk)));
            return ExitCode.OK;
        }
    }

    @Command(name = "remove", description = "Delete a schedule that nobody has.")
    static final class Remove extends TimetableCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "Number or name, see 'schedules list'.")
        String schedule = "";

        Remove(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int at(TimetableDesk desk) {
            NamedSchedule gone = desk.removeSchedule(
                    Actor.CLI, TimetableText.schedule(schedule, desk.now()).id());
            console.answer(
                    Console.object().put("id", gone.id().value()),
                    out -> out.println("the schedule " + gone.name() + " is deleted"));
            return ExitCode.OK;
        }
    }

    private static List<PeriodLine> parsed(List<String> periods) {
        return periods.stream().map(PeriodLine::parse).toList();
    }
}
