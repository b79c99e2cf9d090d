package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.config.LintelConfig;
import io.lintel.model.ModelRole;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.wiring.Models;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code lintel models list}. */
@Command(name = "list", description = "Show the models that there are, and which embedder the door decides by.")
final class ModelsListCommand implements Callable<Integer> {

    private final Supplier<LintelConfig> settings;
    private final Console console;

    ModelsListCommand(Supplier<LintelConfig> settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() {
        LintelConfig config = settings.get();
        ModelStore store = Models.store(config);
        String embedder = Models.embedder(config, store.catalog()).id();
        ObjectNode document = Console.object().put("embedder", embedder);
        ArrayNode models = document.putArray("models");
        store.catalog()
                .models()
                .forEach(model -> models.addObject()
                        .put("id", model.id())
                        .put("role", model.role().key())
                        .put("origin", origin(model))
                        .put("licence", model.licence())
                        .put("state", ModelsCommand.lower(store.check(model)))
                        .put("calibrated", model.isCalibrated())
                        .put("inForce", model.id().equals(embedder)));
        console.answer(
                document,
                out -> store.catalog()
                        .models()
                        .forEach(model -> out.printf(
                                "%-34s %-21s %-12s %-8s %s%n",
                                model.id(),
                                model.role().key(),
                                origin(model),
                                ModelsCommand.lower(store.check(model)),
                                remark(model, embedder))));
        return ExitCode.OK;
    }

    private static String remark(ModelSpec model, String embedder) {
        if (model.role() != ModelRole.EMBEDDER) {
            return "";
        }
        if (model.id().equals(embedder)) {
            return "in force";
        }
        return model.isCalibrated() ? "can be chosen" : "not calibrated";
    }

    /** Whose the file is, and how much it is needed. */
    static String origin(ModelSpec model) {
        if (model.isAdded()) {
            return "added";
        }
        return model.isShipped() ? "shipped" : model.need().key();
    }
}
