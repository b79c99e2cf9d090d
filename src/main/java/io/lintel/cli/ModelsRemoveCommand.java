package io.lintel.cli;

import io.lintel.config.LintelConfig;
import io.lintel.model.AddedModels;
import io.lintel.system.LintelException;
import io.lintel.wiring.Models;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lintel models remove}. */
@Command(
        name = "remove",
        description =
                "Remove a model that was added here, with its file. Templates that it made stay, and say nothing any more.")
final class ModelsRemoveCommand implements Callable<Integer> {

    private final Supplier<LintelConfig> settings;
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Its id, see 'models list'.")
    String name = "";

    ModelsRemoveCommand(Supplier<LintelConfig> settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() {
        LintelConfig config = settings.get();
        if (Models.embedder(config, Models.store(config).catalog()).id().equals(name)) {
            throw new LintelException("the door decides by " + name, "choose another lintel.models.embedder first");
        }
        new AddedModels(Models.folders(config).added()).remove(name);
        console.answer(Console.object().put("removed", name), out -> out.println("removed " + name));
        return ExitCode.OK;
    }
}
