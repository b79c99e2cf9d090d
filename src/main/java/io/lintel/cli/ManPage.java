package io.lintel.cli;

import io.lintel.system.BuildVersion;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/**
 * {@code lintel man}: the manual page, from what the commands say of themselves, so that it cannot fall behind. For the Debian
 * package; not in the list of commands.
 */
@Command(name = "man", hidden = true, description = "Print the manual page, for man(1).")
final class ManPage implements Callable<Integer> {

    private static final String FILES = """
            .SH FILES
            .TP
            .I /etc/lintel/lintel.properties
            The settings; each is explained there. Else config/lintel.properties of the installation.
            .TP
            .I /var/lib/lintel/lintel.db
            People and log. A copy of a running door's file is not a backup.
            .TP
            .I /var/lib/lintel-keys/lintel.key
            The key that people's data is sealed with; without it the data is lost. It is in each backup.
            .TP
            .I /etc/credstore.encrypted/lintel.key
            The same key as a credential of systemd, where one was made.
            .SH ENVIRONMENT
            .TP
            .B LINTEL_CONFIG
            The settings file, where \\-\\-config does not name one.
            .TP
            .B LINTEL_CAMERA_SOURCE\\fR, and so on
            Any setting, in capitals, with underscores for dots and hyphens.
            .TP
            .B LINTEL_MODEL_MIRROR
            A folder with the published model files, for sites without a network.
            .SH SEE ALSO
            .BR systemctl (1),
            .BR journalctl (1),
            .BR ffmpeg (1)
            """;

    @Spec
    @Nullable
    CommandSpec spec;

    private final Console console;

    ManPage(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec lintel = Objects.requireNonNull(spec).root();
        String page = page(lintel, BuildVersion.current());
        console.answer(Console.object().put("man", page), out -> out.print(page));
        return ExitCode.OK;
    }

    static String page(CommandSpec lintel, String version) {
        StringBuilder page = new StringBuilder();
        page.append(".TH LINTEL 1 \"\" \"lintel %s\" \"Lintel\"\n".formatted(version));
        page.append(".SH NAME\nlintel \\- a door that knows its people\n");
        page.append(".SH SYNOPSIS\n.B lintel\n[\\-\\-config \\fIFILE\\fR] [\\-\\-json] \\fICOMMAND\\fR\n");
        page.append(".SH DESCRIPTION\n").append(text(lintel.usageMessage().description()));
        page.append(".SH OPTIONS\n");
        lintel.options().forEach(option -> argument(page, option));
        page.append(".SH COMMANDS\n");
        lintel.subcommands().values().forEach(command -> command(page, command.getCommandSpec()));
        page.append(".SH EXIT STATUS\n.nf\n");
        for (String line : lintel.usageMessage().footer()) {
            page.append(escape(line.strip())).append('\n');
        }
        return page.append(".fi\n").append(FILES).toString();
    }

    private static void command(StringBuilder page, CommandSpec command) {
        if (command.usageMessage().hidden()) {
            return;
        }
        if (!command.subcommands().isEmpty()) {
            command.subcommands().values().stream()
                    .map(CommandLine::getCommandSpec)
                    .distinct()
                    .forEach(sub -> command(page, sub));
            return;
        }
        page.append(".SS ").append(escape(command.qualifiedName())).append('\n');
        page.append(text(command.usageMessage().description()));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (!parameter.hidden()) {
                argument(page, parameter);
            }
        }
        command.options().stream()
                .filter(option ->
                        !option.inherited() && !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> argument(page, option));
    }

    private static void argument(StringBuilder page, ArgSpec argument) {
        String names = argument instanceof OptionSpec option
                ? "\\fB" + escape(String.join(", ", option.names())) + "\\fR"
                : "\\fI" + escape(argument.paramLabel()) + "\\fR";
        String value = argument instanceof OptionSpec && argument.arity().max() > 0
                ? " \\fI" + escape(argument.paramLabel()) + "\\fR"
                : "";
        page.append(".TP\n").append(names).append(value).append('\n').append(text(argument.description()));
    }

    private static String text(String... lines) {
        return lines.length == 0
                ? "\\&\n"
                : String.join(
                                "\n.br\n",
                                List.of(lines).stream().map(ManPage::escape).toList()) + "\n";
    }

    /** A dot or a quote that begins a line would be a request; a bare hyphen could be typeset as another character. */
    private static String escape(String text) {
        String safe =
                text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ").replace("%%", "%");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
