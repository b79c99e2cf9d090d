package io.lintel.cli;

import io.lintel.config.Installation;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.wiring.SettingsCheck;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel config}: about the settings file. */
@Command(name = "config", description = "Check the settings file.", synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

    static CommandLine line(LintelCommand lintel, Console console) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new Check(lintel, console));
    }

    /** @return the file that was checked @throws io.lintel.config.SettingsException if it is not valid */
    static Path check(LintelCommand lintel) {
        Path path = Installation.current().settingsFile(Optional.ofNullable(lintel.settingsFile));
        SettingsFile file = new SettingsFile(path, SettingsReference.shipped());
        SettingsCheck.check(file, file.page().values());
        return path;
    }

    @Command(name = "check", description = "Read the settings file as 'serve' would, and say what is wrong with it.")
    static final class Check implements Callable<Integer> {

        private final LintelCommand lintel;
        private final Console console;

        Check(LintelCommand lintel, Console console) {
            this.lintel = lintel;
            this.console = console;
        }

        @Override
        public Integer call() {
            Path path = check(lintel);
            console.answer(
                    Console.object().put("settings", path.toString()).put("valid", true),
                    out -> out.println(path + " is valid"));
            return ExitCode.OK;
        }
    }
}
