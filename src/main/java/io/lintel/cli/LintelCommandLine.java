package io.lintel.cli;

import io.lintel.config.SettingsException;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** All commands, as a person sees them: to read this list is to read the product. */
public final class LintelCommandLine {

    private LintelCommandLine() {}

    public static CommandLine create() {
        return create(new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }

    static CommandLine create(PrintWriter out, PrintWriter err) {
        LintelCommand lintel = new LintelCommand();
        Console console = new Console(out, err, () -> lintel.json);
        HouseRunner house = new QuarkusHouseRunner(() -> Optional.ofNullable(lintel.settingsFile), console);
        return new CommandLine(lintel)
                .addSubcommand(new ServeCommand(house))
                .addSubcommand(ConfigCommand.line(lintel, console))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof LintelException problem) {
                        console.problem(problem);
                        return problem instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILED;
                    }
                    throw failure;
                });
    }
}
