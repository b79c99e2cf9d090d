package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.service.PeopleService;
import io.lintel.system.Counted;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Delete a person and the person's templates for good.")
final class PeopleRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    private final ServiceRunner runner;
    private final Console console;

    PeopleRemoveCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(PeopleService.class, people -> {
            PersonRemoval removal = people.remove(CommandLineUser.CLI, new PersonId(id));
            console.answer(
                    Console.object()
                            .put("id", id)
                            .put("templates", removal.templates())
                            .put("traceless", removal.traceless()),
                    out -> out.println(removal.person().name() + " (number " + id + ") and "
                            + Counted.of(removal.templates(), "template") + " are deleted"));
            return ExitCode.OK;
        });
    }
}
