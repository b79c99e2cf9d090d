package io.lintel.lab;

import io.lintel.cli.Console;
import io.lintel.cli.ExitCode;
import io.lintel.config.Installation;
import io.lintel.evaluation.EvaluateCommand;
import io.lintel.evaluation.calibration.CalibrateCommand;
import io.lintel.evaluation.embedding.EmbeddingCostCommand;
import io.lintel.evaluation.method.MethodsCommand;
import io.lintel.evaluation.method.PresetsCommand;
import io.lintel.lab.peers.PeerCommand;
import io.lintel.lab.peers.PeersCommand;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The laboratory's command line: {@code lab/run}. */
@Command(name = "lab/run", description = "Measures Lintel; no part of the installed product.")
public final class Lab {

    @Option(
            names = "--models",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The folder of the models. Default: models/ of the source tree.")
    @Nullable
    Path models;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON document instead of text.")
    boolean json;

    public static void main(String[] words) {
        System.exit(line(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .execute(words));
    }

    static CommandLine line(PrintWriter out, PrintWriter err) {
        Lab lab = new Lab();
        Console console = new Console(out, err, () -> lab.json);
        CommandLine line = new CommandLine(lab)
                .addSubcommand(new EvaluateCommand(lab::modelsFolder, console, err))
                .addSubcommand(new CalibrateCommand(lab::modelsFolder, console, err))
                .addSubcommand(new MethodsCommand(lab::modelsFolder, console, err))
                .addSubcommand(new PresetsCommand(lab::modelsFolder, console, err))
                .addSubcommand(new EmbeddingCostCommand(lab::modelsFolder, console, err))
                .addSubcommand(new PagesCommand(lab::modelsFolder, console))
                .addSubcommand(new ScreenDelayCommand(console))
                .addSubcommand(new LogCostCommand(console))
                .addSubcommand(new PeersCommand(lab::modelsFolder, console))
                .addSubcommand(new PeerCommand(lab::modelsFolder))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof LintelException problem) {
                        console.problem(problem);
                        return ExitCode.FAILED;
                    }
                    throw failure;
                });
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        return line;
    }

    private Path modelsFolder() {
        return models != null ? models : Installation.current().defaultModelsFolder();
    }
}
