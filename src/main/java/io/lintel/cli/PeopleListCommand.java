package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonSummary;
import io.lintel.system.Counted;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Show who is enrolled, in alphabetical order.")
final class PeopleListCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Only names that contain this, without regard to case and accents.")
    String name = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    int limit = 1000;

    @Option(names = "--offset", paramLabel = "N", description = "How many to leave out at the beginning.")
    int offset;

    private final ServiceRunner runner;
    private final Console console;

    PeopleListCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(People.class, people -> {
            List<PersonSummary> found = people.list(name, limit, offset);
            ArrayNode list = Console.object().arrayNode();
            for (PersonSummary each : found) {
                list.add(PersonText.json(each.person(), each.templates())
                        .put(
                                "mustEnrolAgain",
                                people.mustEnrolAgain(each.person().id())));
            }
            ObjectNode document = Console.object();
            document.set("people", list);
            console.answer(
                    document,
                    out -> found.forEach(each -> out.printf(
                            "%6s  %-14s %12s  %s%s%n",
                            each.person().id(),
                            PersonText.word(people.status(each.person())),
                            Counted.of(each.templates(), "template"),
                            each.person().name(),
                            people.mustEnrolAgain(each.person().id()) ? "  (must enrol again)" : "")));
            return ExitCode.OK;
        });
    }
}
