package io.lintel.cli;

import io.lintel.backup.BackupKey;
import io.lintel.config.SecretFile;
import io.lintel.gallery.PersonId;
import io.lintel.service.PeopleTransferService;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Write people with their templates, portraits, consent, validity, groups and schedules into an encrypted file (age), for another box:",
            "there 'lintel people import FILE --key-file KEY'. PINs stay here."
        })
final class PeopleExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "Does not exist yet.")
    Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "ID",
            description = "Numbers of people, see 'people list'; default: everybody.")
    List<Long> ids = List.of();

    @Option(names = "--recipient", paramLabel = "AGE1...", description = "Who can open it, see 'backup key'.")
    @Nullable
    String recipient;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "The passphrase; mode 0600.")
    @Nullable
    Path passphrase;

    private final ServiceRunner runner;
    private final Console console;

    PeopleExportCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        BackupKey.Encrypting key = key();
        return runner.run(PeopleTransferService.class, transfers -> {
            int written = transfers.write(
                    CommandLineUser.CLI, ids.stream().map(PersonId::new).toList(), key, file);
            console.answer(
                    Console.object().put("people", written).put("file", file.toString()),
                    out -> out.println(Counted.people(written) + " written to " + file));
            return ExitCode.OK;
        });
    }

    private BackupKey.Encrypting key() {
        if (recipient != null && passphrase == null) {
            return new BackupKey.Recipient(recipient).checked();
        }
        if (passphrase != null && recipient == null) {
            return new BackupKey.Passphrase(
                    new SecretFile("--passphrase-file", Optional.of(passphrase), "none").read());
        }
        throw new LintelException(
                "templates leave a box encrypted only", "give --recipient AGE1... or --passphrase-file FILE");
    }
}
