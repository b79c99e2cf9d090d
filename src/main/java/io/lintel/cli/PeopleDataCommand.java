package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.service.PersonalDataService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "data",
        description =
                "Write all that is known about a person to a ZIP file, for that person: facts, pictures, and every"
                        + " row of the log about them.")
final class PeopleDataCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file.")
    Path file = Path.of("");

    private final ServiceRunner runner;
    private final Console console;

    PeopleDataCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(PersonalDataService.class, data -> {
            PersonalDataService.Archive archive = data.of(CommandLineUser.CLI, new PersonId(id));
            PrivateFile.write(file, archive::writeTo);
            console.answer(
                    Console.object().put("id", id).put("file", file.toString()),
                    out -> out.println("all that is known about person number " + id + " is in " + file));
            return ExitCode.OK;
        });
    }
}
