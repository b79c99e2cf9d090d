package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.Person;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.service.PeopleService;
import io.lintel.system.Counted;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code lintel models re-embed}. A running door knows each person within a second. */
@Command(
        name = "re-embed",
        description = {
            "After another embedder was chosen: make its templates of the portraits that were kept (lintel.people.portraits).",
            "Templates of other embedders stay. Whom no portrait can help must enrol again; then this fails."
        })
final class ModelsReembedCommand implements Callable<Integer> {

    private final ServiceRunner runner;
    private final Console console;

    ModelsReembedCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(PeopleService.class, people -> {
            Map<Person, EnrolmentOutcome> outcomes = new LinkedHashMap<>();
            people.mustEnrolAgain()
                    .forEach(person -> outcomes.put(person, people.reembed(CommandLineUser.CLI, person.id())));
            console.answer(document(outcomes), out -> print(outcomes, out));
            return outcomes.values().stream().allMatch(EnrolmentOutcome.Enrolled.class::isInstance)
                    ? ExitCode.OK
                    : ExitCode.FAILED;
        });
    }

    private static void print(Map<Person, EnrolmentOutcome> outcomes, PrintWriter out) {
        if (outcomes.isEmpty()) {
            out.println("The embedder in force knows everybody who is enrolled.");
        }
        outcomes.forEach((person, outcome) -> out.printf("%6s  %s: %s%n", person.id(), person.name(), text(outcome)));
    }

    private static ObjectNode document(Map<Person, EnrolmentOutcome> outcomes) {
        ObjectNode document = Console.object();
        ArrayNode list = document.putArray("people");
        outcomes.forEach((person, outcome) -> list.addObject()
                .put("id", person.id().value())
                .put("known", outcome instanceof EnrolmentOutcome.Enrolled)
                .put("text", text(outcome)));
        return document;
    }

    private static String text(EnrolmentOutcome outcome) {
        return switch (outcome) {
            case EnrolmentOutcome.Enrolled done ->
                Counted.of(done.result().templates().size(), "new template");
            case EnrolmentOutcome.Refused refused ->
                "must enrol again: "
                        + refused.problems().stream()
                                .map(problem -> problem.label() + ": " + problem.what())
                                .collect(Collectors.joining("; "));
            case EnrolmentOutcome.NeedsConfirmation asked -> "must enrol again";
        };
    }
}
