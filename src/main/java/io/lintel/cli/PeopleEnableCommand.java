package io.lintel.cli;

import io.lintel.gallery.Person;
import io.lintel.gallery.PersonChange;
import io.lintel.gallery.PersonId;
import io.lintel.wiring.PeopleAudit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Both {@code disable} and {@code enable}. */
@Command(description = "Keep a person out, or let the person in again; the templates stay.")
final class PeopleEnableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    private final HouseRunner house;
    private final Console console;
    private final boolean enabled;

    PeopleEnableCommand(HouseRunner house, Console console, boolean enabled) {
        this.house = house;
        this.console = console;
        this.enabled = enabled;
    }

    @Override
    public Integer call() {
        return house.run(false, rooms -> {
            PersonChange change = rooms.people().setEnabled(new PersonId(id), enabled);
            new PeopleAudit(rooms.audit()).changed(Actor.CLI, change);
            Person person = change.after();
            console.answer(
                    PersonText.json(person, rooms.people().status(person)),
                    out -> out.println(
                            person.name() + " (number " + person.id() + ") is " + (enabled ? "enabled" : "disabled")));
            return ExitCode.OK;
        });
    }
}
