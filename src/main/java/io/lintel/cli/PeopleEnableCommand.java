package io.lintel.cli;

import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonId;
import io.lintel.service.PeopleService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Both {@code disable} and {@code enable}. */
@Command(description = "Keep a person out, or let the person in again; the templates stay.")
final class PeopleEnableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    private final ServiceRunner runner;
    private final Console console;
    private final boolean enabled;

    PeopleEnableCommand(ServiceRunner runner, Console console, boolean enabled) {
        this.runner = runner;
        this.console = console;
        this.enabled = enabled;
    }

    @Override
    public Integer call() {
        return runner.run(false, services -> {
            PersonChange change = services.get(PeopleService.class)
                    .edit(CommandLineUser.CLI, new PersonId(id), person -> person.withEnabled(enabled));
            Person after = change.after();
            console.answer(
                    PersonText.json(
                            after,
                            services.get(People.class).templates(after.id()).size()),
                    out -> out.println(
                            after.name() + " (number " + after.id() + ") is " + (enabled ? "enabled" : "disabled")));
            return ExitCode.OK;
        });
    }
}
