package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ics.CalendarFile;
import io.lintel.service.HolidayService;
import io.lintel.service.ScheduleService;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel holidays}: days on which schedules may differ. */
@Command(
        name = "holidays",
        description = "Days on which schedules may differ from the week.",
        synopsisSubcommandLabel = "COMMAND")
final class HolidaysCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new HolidaysCommand())
                .addSubcommand(new Show(runner, console))
                .addSubcommand(new Add(runner, console))
                .addSubcommand(new Import(runner, console))
                .addSubcommand(new Undo(runner, console))
                .addSubcommand(new Remove(runner, console));
    }

    @Command(name = "list", description = "Show all holidays.")
    static final class Show extends ScheduleCommand {

        Show(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            List<Holiday.Stored> all = service.snapshot().holidays();
            ObjectNode document = Console.object();
            ArrayNode list = document.putArray("holidays");
            all.forEach(holiday -> list.add(ScheduleText.json(holiday)));
            console.answer(document, out -> all.forEach(holiday -> out.println(ScheduleText.line(holiday))));
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Add a holiday of one or several days.")
    static final class Add extends ScheduleCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "What the holiday is called.")
        String name = "";

        @Parameters(index = "1", paramLabel = "FIRST", description = "The day, such as 2026-12-25.")
        LocalDate first = LocalDate.EPOCH;

        @Parameters(
                index = "2",
                arity = "0..1",
                paramLabel = "LAST",
                description = "The last day, if there are several.")
        @Nullable
        LocalDate last;

        @Option(names = "--every-year", description = "The same days of every year.")
        boolean everyYear;

        Add(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Holiday holiday = new Holiday(new ScheduleName(name), first, last == null ? first : last, everyYear);
            List<Holiday.Stored> added = service.holidays().add(CommandLineUser.CLI, List.of(holiday));
            ObjectNode document = Console.object().put("added", added.size());
            added.forEach(stored -> document.set("holiday", ScheduleText.json(stored)));
            console.answer(
                    document,
                    out -> out.println(added.isEmpty() ? "it is there already" : ScheduleText.line(added.getFirst())));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "import",
            description = {
                "Add the whole-day events of a calendar file (.ics), as Outlook, Google and Apple export them.",
                "The exit code is 1 when nothing was found in it, or more events could not be read than could."
            })
    static final class Import extends ScheduleCommand {

        @Parameters(paramLabel = "FILE", description = "A file as calendar programs export it.")
        Path file = Path.of("");

        Import(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            HolidayService.Imported done = service.holidays().importFile(CommandLineUser.CLI, content());
            ObjectNode document =
                    Console.object().put("added", done.added().size()).put("known", done.known());
            document.put("import", done.origin());
            ArrayNode skipped = document.putArray("skipped");
            done.found()
                    .skipped()
                    .forEach(each ->
                            skipped.addObject().put("event", each.event()).put("why", each.why()));
            console.answer(document, out -> {
                out.println(
                        Counted.of(done.added().size(), "holiday") + " added, " + done.known() + " were there already");
                done.found().skipped().forEach(each -> out.println("  left out: " + each.event() + ": " + each.why()));
                if (done.found().isEmpty()) {
                    out.println("warning: the calendar holds no event");
                } else if (done.found().isMostlyLeftOut()) {
                    out.println("warning: most of this calendar was left out; add the days that are missing by hand");
                }
            });
            return done.found().isMostlyLeftOut() ? ExitCode.FAILED : ExitCode.OK;
        }

        private byte[] content() {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(CalendarFile.LARGEST_BYTES + 1);
            } catch (IOException e) {
                throw new LintelException(
                        "the calendar file " + file + " cannot be read",
                        "check its name and that this user may read it",
                        e);
            }
        }
    }

    @Command(name = "undo", description = "Take an import back as a whole; the last one, if no other is named.")
    static final class Undo extends ScheduleCommand {

        @Parameters(
                arity = "0..1",
                paramLabel = "IMPORT",
                description = "What 'holidays import --json' calls it, such as \"import 2026-11-29T12:00:00Z\".")
        @Nullable
        String origin;

        Undo(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            String named = origin == null
                    ? service.snapshot().holidays().stream()
                            .map(Holiday.Stored::origin)
                            .filter(each -> HolidayService.broughtAt(each).isPresent())
                            .max(Comparator.naturalOrder())
                            .orElse("")
                    : origin;
            List<Holiday.Stored> gone = service.holidays().undoImport(CommandLineUser.CLI, named);
            console.answer(
                    Console.object().put("removed", gone.size()),
                    out -> gone.forEach(holiday -> out.println("removed  " + ScheduleText.line(holiday))));
            return ExitCode.OK;
        }
    }

    @Command(name = "remove", description = "Delete a holiday.")
    static final class Remove extends ScheduleCommand {

        @Parameters(paramLabel = "ID", description = "Its number, see 'holidays list'.")
        long id;

        Remove(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Holiday.Stored gone = service.holidays().remove(CommandLineUser.CLI, new Holiday.Id(id));
            console.answer(
                    Console.object().put("id", id),
                    out -> out.println("the holiday " + gone.holiday().name() + " is deleted"));
            return ExitCode.OK;
        }
    }
}
