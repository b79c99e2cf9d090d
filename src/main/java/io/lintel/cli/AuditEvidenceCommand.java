package io.lintel.cli;

import io.lintel.service.LogService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lintel audit evidence}: an export that others can verify without this box. */
@Command(
        name = "evidence",
        description = "Write events with their hashes and signatures, which verify-log.py verifies without this box."
                + " Events that the filter leaves out are in it as hashes only.")
final class AuditEvidenceCommand implements Callable<Integer> {

    @Mixin
    AuditCommand.Filter filter = new AuditCommand.Filter();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file.")
    Path file = Path.of("");

    private final ServiceRunner runner;
    private final Console console;

    AuditEvidenceCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(LogService.class, log -> {
            EventFile.write(file, log.evidence(CommandLineUser.CLI, filter.filter()), console);
            return ExitCode.OK;
        });
    }
}
