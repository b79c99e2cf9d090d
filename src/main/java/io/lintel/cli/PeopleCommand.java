package io.lintel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel people}: who is enrolled. A running door follows each change within a second. */
@Command(name = "people", description = "Enrol and manage people.", synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand {

    static CommandLine line(ServiceRunner runner, Console console) {
        return new CommandLine(new PeopleCommand())
                .addSubcommand(new PeopleAddCommand(runner, console))
                .addSubcommand(new PeopleImportCommand(runner, console))
                .addSubcommand(new PeopleExportCommand(runner, console))
                .addSubcommand(new PeopleListCommand(runner, console))
                .addSubcommand(new PeopleShowCommand(runner, console))
                .addSubcommand("disable", new PeopleEnableCommand(runner, console, false))
                .addSubcommand("enable", new PeopleEnableCommand(runner, console, true))
                .addSubcommand(new PeoplePinCommand(runner, console))
                .addSubcommand(new PeopleDataCommand(runner, console))
                .addSubcommand(new PeopleRemoveCommand(runner, console))
                .addSubcommand(new PeopleCertificateCommand(runner, console));
    }
}
