package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.account.Actor;
import io.lintel.account.PairedScreen;
import io.lintel.account.PairedScreens;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel screens}: door screens on other machines. A running door follows each change within a second. */
@Command(name = "screens", description = "Pair door screens on other machines.", synopsisSubcommandLabel = "COMMAND")
final class ScreensCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new ScreensCommand())
                .addSubcommand(new ListScreens(runner, console))
                .addSubcommand(new PairScreen(runner, console))
                .addSubcommand(new RevokeScreen(runner, console));
    }

    private static Actor actor() {
        return new Actor(CommandLineUser.CLI, Actor.console().address());
    }

    private static ObjectNode json(PairedScreen screen) {
        return Console.object()
                .put("id", screen.id())
                .put("name", screen.name())
                .put("pairedBy", screen.pairedBy())
                .put("paired", screen.paired().toString())
                .put("lastSeen", screen.lastSeen() == null ? null : Objects.toString(screen.lastSeen()));
    }

    @Command(name = "list", description = "Show the paired screens, in alphabetical order.")
    static final class ListScreens implements Callable<Integer> {

        private final ServiceRunner runner;
        private final Console console;

        ListScreens(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(PairedScreens.class, screens -> {
                List<PairedScreen> paired = screens.list();
                ArrayNode list = Console.object().arrayNode();
                paired.forEach(screen -> list.add(json(screen)));
                ObjectNode document = Console.object();
                document.set("screens", list);
                console.answer(
                        document,
                        out -> paired.forEach(screen -> out.printf(
                                "%6d  %s, paired %s by %s, last seen %s%n",
                                screen.id(),
                                screen.name(),
                                screen.paired(),
                                screen.pairedBy(),
                                screen.lastSeen() == null ? "never" : screen.lastSeen())));
                return ExitCode.OK;
            });
        }
    }

    @Command(name = "pair", description = "Let the screen that shows this code show the door and take PINs.")
    static final class PairScreen implements Callable<Integer> {

        @Parameters(paramLabel = "CODE", description = "The six characters that the screen shows.")
        String code = "";

        @Option(names = "--name", paramLabel = "NAME", description = "Where it is, such as \"hall\".")
        String name = "door screen";

        private final ServiceRunner runner;
        private final Console console;

        PairScreen(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(PairedScreens.class, screens -> {
                PairedScreen screen = screens.pair(code, name, actor());
                console.answer(
                        json(screen), out -> out.println(screen.name() + " (number " + screen.id() + ") is paired"));
                return ExitCode.OK;
            });
        }
    }

    @Command(name = "revoke", description = "End a screen's pairing: it shows nothing any more.")
    static final class RevokeScreen implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "The screen's number, see 'screens list'.")
        long id;

        private final ServiceRunner runner;
        private final Console console;

        RevokeScreen(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(PairedScreens.class, screens -> {
                if (!screens.revoke(id, actor())) {
                    throw new io.lintel.system.LintelException(
                            "There is no door screen with number " + id, "look it up with 'lintel screens list'");
                }
                console.answer(Console.object().put("revoked", id), out -> out.println("screen " + id + " is revoked"));
                return ExitCode.OK;
            });
        }
    }
}
