package io.lintel.cli;

import io.lintel.audit.chain.PersonalField;
import io.lintel.service.LogService;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel audit erase}: takes personal data out of a row for good. */
@Command(
        name = "erase",
        description = "Erase personal data from a row for good. The row stays, and the log says that it was done.")
final class AuditEraseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROW", description = "The row's number.")
    long seq;

    @Option(
            names = "--field",
            split = ",",
            required = true,
            paramLabel = "FIELD",
            description = "What to erase, separated by commas: ${COMPLETION-CANDIDATES}.")
    Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);

    private final ServiceRunner runner;
    private final Console console;

    AuditEraseCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(LogService.class, log -> {
            log.erase(CommandLineUser.CLI, seq, fields);
            console.answer(Console.object().put("row", seq), out -> out.println("erased from row " + seq));
            return ExitCode.OK;
        });
    }
}
