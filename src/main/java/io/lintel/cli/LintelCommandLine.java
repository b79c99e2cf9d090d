package io.lintel.cli;

import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.system.LintelException;
import io.lintel.wiring.Models;
import io.lintel.wiring.StartSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** All commands, as a person sees them: to read this list is to read the product. */
public final class LintelCommandLine {

    private LintelCommandLine() {}

    /** @param args what it will be given: a door that starts does not wait until all the other commands are described */
    public static CommandLine create(String... args) {
        boolean serves = args.length > 0 && args[0].equals("serve");
        return create(new PrintWriter(System.out, true), new PrintWriter(System.err, true), serves);
    }

    private static LintelConfig settings(LintelCommand lintel) {
        Path settings = Installation.current().settingsFile(Optional.ofNullable(lintel.settingsFile));
        return StartSettings.choose(new SettingsFile(settings, SettingsReference.shipped()))
                .config();
    }

    static CommandLine create(PrintWriter out, PrintWriter err) {
        return create(out, err, false);
    }

    private static CommandLine create(PrintWriter out, PrintWriter err, boolean onlyServe) {
        LintelCommand lintel = new LintelCommand();
        Console console = new Console(out, err, () -> lintel.json);
        ServiceRunner runner = new QuarkusServiceRunner(() -> Optional.ofNullable(lintel.settingsFile), console);
        CommandLine all = new CommandLine(lintel).addSubcommand(new ServeCommand(runner));
        if (!onlyServe) {
            addTheOthers(all, lintel, runner, console);
        }
        all.setOut(out).setErr(err).setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof LintelException problem) {
                console.problem(problem);
                return problem instanceof SettingsException ? ExitCode.USAGE : ExitCode.FAILED;
            }
            throw failure;
        });
        giveHelp(all);
        return all;
    }

    private static void addTheOthers(CommandLine all, LintelCommand lintel, ServiceRunner runner, Console console) {
        all.addSubcommand(PeopleCommand.line(runner, console))
                .addSubcommand(SchedulesCommand.line(runner, console))
                .addSubcommand(GroupsCommand.line(runner, console))
                .addSubcommand(HolidaysCommand.line(runner, console))
                .addSubcommand(new VerifyCommand(runner, console))
                .addSubcommand(new IdentifyCommand(runner, console))
                .addSubcommand(new CompareCommand(runner, console))
                .addSubcommand(AuditCommand.line(runner, console))
                .addSubcommand(ScreensCommand.line(runner, console))
                .addSubcommand(BackupCommand.line(runner, console))
                .addSubcommand(KeyCommand.line(runner, console))
                .addSubcommand(new RestoreCommand(() -> settings(lintel), console))
                .addSubcommand(DoorCommand.line(() -> settings(lintel), console))
                .addSubcommand(ConfigCommand.line(lintel, console))
                .addSubcommand(TlsCommand.line(() -> settings(lintel), console))
                .addSubcommand(ModelsCommand.line(() -> settings(lintel), runner, console))
                .addSubcommand(new DoctorCommand(() -> settings(lintel), console))
                .addSubcommand(new CheckCommand(lintel, () -> settings(lintel), runner, console))
                .addSubcommand(new EvaluateMovedCommand())
                .addSubcommand(new BenchCommand(() -> Models.installed(settings(lintel)), console))
                .addSubcommand(new ManPage(console));
    }

    /** Every command answers --help, at every depth. */
    private static void giveHelp(CommandLine line) {
        line.getSubcommands().values().forEach(command -> {
            command.getCommandSpec().mixinStandardHelpOptions(true);
            giveHelp(command);
        });
    }
}
