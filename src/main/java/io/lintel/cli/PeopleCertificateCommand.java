package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.service.LogService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "certificate",
        description =
                "Print the signed statement that a person's data were deleted, for that person; verify-log.py verifies it.")
final class PeopleCertificateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The number that the person had.")
    long id;

    private final ServiceRunner runner;
    private final Console console;

    PeopleCertificateCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(LogService.class, log -> {
            console.out().print(log.deletionCertificate(new PersonId(id)).json());
            console.out().flush();
            return ExitCode.OK;
        });
    }
}
