package io.lintel.cli;

import io.lintel.config.LintelConfig;
import io.lintel.wiring.DoorSetUp;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lintel door}: the door's hardware while no door is served. */
@Command(
        name = "door",
        description = "Look after the relay while Lintel does not run.",
        synopsisSubcommandLabel = "COMMAND")
final class DoorCommand {

    static CommandLine line(Supplier<LintelConfig> settings, Console console) {
        return new CommandLine(new DoorCommand()).addSubcommand(new RelayOff(settings, console));
    }

    @Command(name = "relay-off", description = "Take the power off the relay, for example after a kill.")
    static final class RelayOff implements Callable<Integer> {

        private final Supplier<LintelConfig> settings;
        private final Console console;

        RelayOff(Supplier<LintelConfig> settings, Console console) {
            this.settings = settings;
            this.console = console;
        }

        @Override
        public Integer call() {
            Optional<String> line = DoorSetUp.relayOff(settings.get());
            console.answer(
                    Console.object().put("relay", line.orElse(null)).put("energised", false),
                    out -> out.println(line.map(relay -> "the relay on " + relay + " is off")
                            .orElse("no relay is set, so there is none to switch off")));
            return ExitCode.OK;
        }
    }
}
