package io.lintel.cli;

import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.service.PeopleService;
import io.lintel.system.LintelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lintel people pin}: the PIN comes from standard input, so that it stands in no process list and no history. */
@Command(name = "pin", description = "Set a person's PIN for the door screen, read from standard input, or remove it.")
final class PeoplePinCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    @Option(names = "--remove", description = "Remove the PIN.")
    boolean remove;

    private final ServiceRunner runner;
    private final Console console;

    PeoplePinCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(PeopleService.class, people -> {
            Person person = people.person(new PersonId(id));
            if (remove) {
                people.removePin(CommandLineUser.CLI, person.id());
            } else {
                people.setPin(CommandLineUser.CLI, person.id(), typed());
            }
            console.answer(
                    Console.object().put("id", id).put("pin", !remove),
                    out -> out.println(person.name() + " (number " + person.id() + ") "
                            + (remove ? "has no PIN" : "has a PIN now")));
            return ExitCode.OK;
        });
    }

    private static String typed() {
        java.io.Console terminal = System.console();
        if (terminal != null && terminal.isTerminal()) {
            char[] read = terminal.readPassword("PIN: ");
            return read == null ? "" : new String(read);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new LintelException("the PIN cannot be read", "type it, or pipe it in", e);
        }
    }
}
