package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.service.ScheduleService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel groups}: people who have something in common, such as their schedules. */
@Command(name = "groups", description = "Groups of people, who share schedules.", synopsisSubcommandLabel = "COMMAND")
final class GroupsCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new GroupsCommand())
                .addSubcommand(new Show(runner, console))
                .addSubcommand(new Add(runner, console))
                .addSubcommand(new Rename(runner, console))
                .addSubcommand("join", new Members(runner, console, true))
                .addSubcommand("leave", new Members(runner, console, false))
                .addSubcommand(new Remove(runner, console));
    }

    @Command(name = "list", description = "Show all groups with their schedules.")
    static final class Show extends ScheduleCommand {

        Show(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            ScheduleSnapshot now = service.snapshot();
            ObjectNode document = Console.object();
            ArrayNode list = document.putArray("groups");
            now.groups().forEach(group -> list.add(ScheduleText.json(group, now)));
            console.answer(document, out -> now.groups().forEach(group -> out.println(ScheduleText.line(group, now))));
            return ExitCode.OK;
        }
    }

    @Command(name = "add", description = "Make a group.")
    static final class Add extends ScheduleCommand {

        @Parameters(paramLabel = "NAME", description = "What the group is called.")
        String name = "";

        Add(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Group added = service.addGroup(CommandLineUser.CLI, new ScheduleName(name), Set.of());
            console.answer(
                    ScheduleText.json(added, service.snapshot()),
                    out -> out.println(ScheduleText.line(added, service.snapshot())));
            return ExitCode.OK;
        }
    }

    @Command(name = "rename", description = "Give a group another name.")
    static final class Rename extends ScheduleCommand {

        @Parameters(index = "0", paramLabel = "GROUP", description = "Number or name, see 'groups list'.")
        String group = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        String name = "";

        Rename(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Group before = ScheduleText.group(group, service.snapshot());
            Group after = service.changeGroup(CommandLineUser.CLI, before.id(), new ScheduleName(name), null);
            console.answer(
                    ScheduleText.json(after, service.snapshot()),
                    out -> out.println(ScheduleText.line(after, service.snapshot())));
            return ExitCode.OK;
        }
    }

    /** Both {@code join} and {@code leave}. */
    @Command(description = "Put people into a group, or take them out.")
    static final class Members extends ScheduleCommand {

        @Parameters(index = "0", paramLabel = "GROUP", description = "Number or name, see 'groups list'.")
        String group = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "People, by number.")
        List<Long> people = new ArrayList<>();

        private final boolean join;

        Members(ServiceRunner runner, Console console, boolean join) {
            super(runner, console);
            this.join = join;
        }

        @Override
        int run(ScheduleService service) {
            Group before = ScheduleText.group(group, service.snapshot());
            Group after = service.changeMembers(
                    CommandLineUser.CLI,
                    before.id(),
                    join ? ScheduleText.people(people) : Set.of(),
                    join ? Set.of() : ScheduleText.people(people));
            console.answer(
                    ScheduleText.json(after, service.snapshot()),
                    out -> out.println(ScheduleText.line(after, service.snapshot())));
            return ExitCode.OK;
        }
    }

    @Command(name = "remove", description = "Delete a group; its people stay.")
    static final class Remove extends ScheduleCommand {

        @Parameters(paramLabel = "GROUP", description = "Number or name, see 'groups list'.")
        String group = "";

        @Option(
                names = "--with-members",
                description = "Even if it has members, who lose the schedules that it gives them.")
        boolean withMembers;

        Remove(ServiceRunner runner, Console console) {
            super(runner, console);
        }

        @Override
        int run(ScheduleService service) {
            Group gone = service.removeGroup(
                    CommandLineUser.CLI,
                    ScheduleText.group(group, service.snapshot()).id(),
                    withMembers);
            console.answer(
                    Console.object()
                            .put("id", gone.id().value())
                            .put("members", gone.members().size()),
                    out -> out.println("the group " + gone.name() + " is deleted"));
            return ExitCode.OK;
        }
    }
}
