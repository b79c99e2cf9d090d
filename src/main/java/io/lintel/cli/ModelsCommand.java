package io.lintel.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel models}: the neural networks' files. Needs neither database nor settings beyond the models folder. */
@Command(name = "models", description = "Fetch and check the face models.", synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    /** @param folder of the models, asked for when a command runs */
    static CommandLine line(Supplier<Path> folder, Console console) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsFetchCommand(folder, console))
                .addSubcommand(new ModelsCheckCommand(folder, console));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
