package io.lintel.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel people}: who is enrolled. A running door follows each change within a second. */
@Command(name = "people", description = "Enrol and manage people.", synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand {

    static CommandLine line(HouseRunner house, Console console) {
        return new CommandLine(new PeopleCommand())
                .addSubcommand(new PeopleAddCommand(house, console))
                .addSubcommand(new PeopleImportCommand(house, console))
                .addSubcommand(new PeopleListCommand(house, console))
                .addSubcommand(new PeopleShowCommand(house, console))
                .addSubcommand("disable", new PeopleEnableCommand(house, console, false))
                .addSubcommand("enable", new PeopleEnableCommand(house, console, true))
                .addSubcommand(new PeoplePinCommand(house, console))
                .addSubcommand(new PeopleRemoveCommand(house, console));
    }
}
