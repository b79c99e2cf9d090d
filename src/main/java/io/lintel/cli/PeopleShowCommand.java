package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Template;
import io.lintel.json.TemplateJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one person and the person's templates.")
final class PeopleShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The person's number, see 'people list'.")
    long id;

    private final ServiceRunner runner;
    private final Console console;

    PeopleShowCommand(ServiceRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    @Override
    public Integer call() {
        return runner.run(People.class, people -> {
            Person person = people.require(new PersonId(id));
            List<Template> templates = people.templates(person.id());
            ObjectNode document = PersonText.json(person, templates.size());
            ArrayNode list = document.putArray("templates");
            templates.forEach(template -> list.add(Console.json(TemplateJson.of(template))));
            console.answer(document, out -> {
                document.properties().stream()
                        .filter(field -> field.getValue().isValueNode()
                                && !field.getValue().isNull())
                        .forEach(field -> out.printf(
                                "%-15s %s%n", field.getKey(), field.getValue().asText()));
                templates.forEach(template -> out.printf(
                        "%-15s %d: %s, %s, %s%n",
                        "template", template.id(), template.source(), template.modelId(), template.created()));
            });
            return ExitCode.OK;
        });
    }
}
