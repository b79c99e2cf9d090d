package io.lintel.cli;

import io.lintel.config.LintelConfig;
import io.lintel.model.ModelFolders;
import io.lintel.wiring.Models;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel models}: the neural networks' files. All but {@code re-embed} need no database. */
@Command(
        name = "models",
        description = "Fetch, check, add and change the face models.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    /** @param settings asked for when a command runs */
    static CommandLine line(Supplier<LintelConfig> settings, ServiceRunner runner, Console console) {
        Supplier<ModelFolders> folders = () -> Models.folders(settings.get());
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsListCommand(settings, console))
                .addSubcommand(new ModelsFetchCommand(folders, console))
                .addSubcommand(new ModelsCheckCommand(folders, console))
                .addSubcommand(new ModelsAddCommand(folders, console))
                .addSubcommand(new ModelsCalibrateCommand(folders, console))
                .addSubcommand(new ModelsRemoveCommand(settings, console))
                .addSubcommand(new ModelsReembedCommand(runner, console));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
