package io.lintel.cli;

import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.wiring.PeopleAudit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Delete a person and the person's templates for good.")
final class PeopleRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    private final HouseRunner house;
    private final Console console;

    PeopleRemoveCommand(HouseRunner house, Console console) {
        this.house = house;
        this.console = console;
    }

    @Override
    public Integer call() {
        return house.run(false, rooms -> {
            PersonRemoval removal = rooms.people().remove(new PersonId(id));
            new PeopleAudit(rooms.audit()).removed(Actor.CLI, removal);
            console.answer(
                    Console.object()
                            .put("id", id)
                            .put("templates", removal.templates())
                            .put("traceless", removal.traceless()),
                    out -> out.println(removal.person().name() + " (number " + id + ") and " + removal.templates()
                            + " templates are deleted"));
            return ExitCode.OK;
        });
    }
}
