package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.model.ModelFolders;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lintel models check}. */
@Command(
        name = "check",
        description = {
            "Compare every model file with the catalogue.",
            "Fails if one that Lintel needs or ships is missing, or any is damaged."
        })
final class ModelsCheckCommand implements Callable<Integer> {

    private final Supplier<ModelFolders> folder;
    private final Console console;

    @Option(names = "--quiet", description = "Print nothing; only the exit code answers.")
    boolean quiet;

    ModelsCheckCommand(Supplier<ModelFolders> folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelStore store = ModelStore.open(folder.get());
        List<Checked> checked = store.catalog().models().stream()
                .map(model -> new Checked(model, store.check(model)))
                .toList();
        boolean failed = checked.stream().anyMatch(Checked::failed);
        if (!quiet) {
            console.answer(document(checked, failed), out -> print(checked, failed, out));
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    private static void print(List<Checked> checked, boolean failed, PrintWriter out) {
        for (Checked model : checked) {
            out.println(model.spec().id() + "  " + ModelsCommand.lower(model.state()) + " ("
                    + ModelsListCommand.origin(model.spec()) + ")");
            if (model.state() == ModelStore.State.MISSING && model.spec().need() != Requirement.ON_REQUEST) {
                out.println("    Without it " + model.spec().without() + ".");
            }
        }
        checked.stream()
                .filter(Checked::failed)
                .map(model -> ModelStore.remedy(model.spec()))
                .distinct()
                .forEach(out::println);
    }

    private static ObjectNode document(List<Checked> checked, boolean failed) {
        ObjectNode document = Console.object().put("complete", !failed);
        ArrayNode models = document.putArray("models");
        for (Checked model : checked) {
            models.addObject()
                    .put("id", model.spec().id())
                    .put("role", model.spec().role().key())
                    .put("need", model.spec().need().key())
                    .put("shipped", model.spec().isShipped())
                    .put("state", ModelsCommand.lower(model.state()));
        }
        return document;
    }

    private record Checked(ModelSpec spec, ModelStore.State state) {

        boolean failed() {
            boolean needed = spec.need() == Requirement.REQUIRED || spec.isShipped();
            return state == ModelStore.State.DAMAGED || (state == ModelStore.State.MISSING && needed);
        }
    }
}
