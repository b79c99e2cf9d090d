package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.backup.BackupInfo;
import io.lintel.backup.BackupKey;
import io.lintel.backup.Backups;
import io.lintel.config.SecretFile;
import io.lintel.service.BackupService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel backup}: encrypted copies of everything that this box knows. */
@Command(name = "backup", description = "Back up this box, encrypted.", synopsisSubcommandLabel = "COMMAND")
final class BackupCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new BackupCommand())
                .addSubcommand(new Make(runner, console))
                .addSubcommand(new ListBackups(runner, console))
                .addSubcommand(new Check(console))
                .addSubcommand(new NewKey(console));
    }

    /** What opens a backup. */
    static final class KeyFile {

        @Option(
                names = "--key-file",
                required = true,
                paramLabel = "FILE",
                description =
                        "A file with the passphrase, or with the AGE-SECRET-KEY-1... line of 'backup key'; mode 0600.")
        Path file = Path.of("");

        BackupKey.Opening read() {
            return BackupKey.opening(new SecretFile("--key-file", Optional.of(file), "none").read());
        }
    }

    @Command(name = "make", description = "Make a backup and verify it. A door may run meanwhile.")
    static final class Make implements Callable<Integer> {

        @Option(names = "--to", paramLabel = "FOLDER", description = "Where to; default: lintel.backup.folder.")
        @Nullable
        Path folder;

        @Option(names = "--recipient", paramLabel = "AGE1...", description = "Who can open it; default: the settings.")
        @Nullable
        String recipient;

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "The passphrase; default: the settings.")
        @Nullable
        Path passphrase;

        @Option(names = "--pictures", description = "With the pictures of decisions.")
        boolean pictures;

        private final ServiceRunner runner;
        private final Console console;

        Make(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(BackupService.class, backups -> {
                Backups.Made made = folder == null && recipient == null && passphrase == null && !pictures
                        ? backups.make(CommandLineUser.CLI)
                        : backups.make(
                                CommandLineUser.CLI,
                                folder == null ? backups.folder() : folder,
                                key(backups),
                                pictures || backups.plan().withPictures());
                console.answer(
                        json(made),
                        out -> out.println("made and verified " + made.file() + ", " + made.bytes() + " bytes"));
                return ExitCode.OK;
            });
        }

        private BackupKey.Encrypting key(BackupService backups) {
            if (recipient != null) {
                return new BackupKey.Recipient(recipient).checked();
            }
            return passphrase == null
                    ? backups.plan().key().get()
                    : new BackupKey.Passphrase(
                            new SecretFile("--passphrase-file", Optional.of(passphrase), "none").read());
        }
    }

    @Command(name = "list", description = "Show this box's backups in lintel.backup.folder, the newest first.")
    static final class ListBackups implements Callable<Integer> {

        private final ServiceRunner runner;
        private final Console console;

        ListBackups(ServiceRunner runner, Console console) {
            this.runner = runner;
            this.console = console;
        }

        @Override
        public Integer call() {
            return runner.run(BackupService.class, backups -> {
                List<Backups.Made> all = backups.list();
                ArrayNode list = Console.object().arrayNode();
                all.forEach(made -> list.add(json(made)));
                ObjectNode document = Console.object();
                document.set("backups", list);
                console.answer(
                        document,
                        out -> all.forEach(
                                made -> out.printf("%s  %12d bytes  %s%n", made.made(), made.bytes(), made.file())));
                return ExitCode.OK;
            });
        }
    }

    @Command(name = "verify", description = "Read a whole backup and check every file in it.")
    static final class Check implements Callable<Integer> {

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Mixin
        KeyFile key = new KeyFile();

        private final Console console;

        Check(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            BackupInfo info = Backups.verify(file, key.read());
            console.answer(
                    RestoreCommand.json(info),
                    out -> out.println(file + " is whole: made " + info.made() + " by " + info.box() + ", Lintel "
                            + info.version()));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "key",
            description = "Make a key pair: the file opens backups and belongs into a safe, not onto the box.")
    static final class NewKey implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "A new file for the secret key.")
        Path file = Path.of("");

        private final Console console;

        NewKey(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            BackupKey.NewIdentity made = BackupKey.NewIdentity.make();
            String text = "# public key: " + made.recipient().text() + "\n"
                    + made.identity().text() + "\n";
            PrivateFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            console.answer(
                    Console.object()
                            .put("file", file.toString())
                            .put("recipient", made.recipient().text()),
                    out -> {
                        out.println(
                                "lintel.backup.recipient=" + made.recipient().text());
                        out.println(
                                "Put this line into the settings, and keep " + file
                                        + " away from the box: whoever has it can open the backups, and without it nobody can.");
                    });
            return ExitCode.OK;
        }
    }

    private static ObjectNode json(Backups.Made made) {
        return Console.object()
                .put("file", made.file().toString())
                .put("made", made.made().toString())
                .put("bytes", made.bytes());
    }
}
