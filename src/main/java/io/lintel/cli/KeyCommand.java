package io.lintel.cli;

import io.lintel.service.BoxKeyService;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel key}: the key that people's data is sealed with. */
@Command(name = "key", description = "The key that people's data is sealed with.", synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new KeyCommand())
                .addSubcommand(new Show(runner, console))
                .addSubcommand(new Rotate(runner, console));
    }

    @Command(name = "show", description = "Show which key is in force and where it lies; never the key itself.")
    static final class Show implements Callable<Integer> {

        private final ServiceRunner runner;
        private final Console console;

        Show(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(BoxKeyService.class, keys -> {
                BoxKeyService.InForce key = keys.inForce();
                console.answer(
                        Console.object()
                                .put("id", key.id())
                                .put("place", key.place())
                                .put("credential", key.credential()),
                        out -> out.println("key " + key.id() + " from " + key.place()
                                + (key.credential() ? ", a credential of systemd" : "")));
                return ExitCode.OK;
            });
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Replace the key by a new one. A door may run meanwhile; interrupted, it is finished by the next start.",
                "Backups made before hold the old key and stay readable."
            })
    static final class Rotate implements Callable<Integer> {

        private final ServiceRunner runner;
        private final Console console;

        Rotate(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(BoxKeyService.class, keys -> {
                boolean credential = keys.inForce().credential();
                int wrapped = keys.replace(CommandLineUser.CLI);
                BoxKeyService.InForce key = keys.inForce();
                console.answer(
                        Console.object()
                                .put("id", key.id())
                                .put("place", key.place())
                                .put("data-keys", wrapped),
                        out -> {
                            out.println("key " + key.id() + " in " + key.place() + " wraps " + wrapped + " data keys");
                            if (credential) {
                                out.println("The one before came from systemd: make a credential of the new file"
                                        + " (docs/OPERATIONS.md).");
                            }
                        });
                return ExitCode.OK;
            });
        }
    }
}
