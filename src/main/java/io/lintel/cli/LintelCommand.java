package io.lintel.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself; holds the options that every command takes. */
@Command(
        name = "lintel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A face-recognition door: watches who walks up, and opens for those who may enter.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  done; for verify, identify and compare: yes",
            "  1  it failed; the message says why and what to do",
            "  2  the command line or the settings file is wrong",
            "  3  verify, identify, compare: no"
        })
public final class LintelCommand {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The settings file. Default: LINTEL_CONFIG, /etc/lintel/lintel.properties, config/lintel.properties.")
    @Nullable
    Path settingsFile;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON document instead of text.")
    boolean json;
}
