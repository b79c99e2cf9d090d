package io.lintel.cli;

import io.lintel.config.LintelConfig;
import io.lintel.wiring.checkup.BoxCheckup;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code lintel doctor}: what keeps this box from working. Changes nothing and starts nothing. */
@Command(
        name = "doctor",
        description = {
            "Check libraries, models, cameras, GPIO and data of this box.",
            "On an installed box run it as the door's user: sudo -u lintel lintel doctor"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Supplier<LintelConfig> settings;
    private final Console console;

    /** @param settings asked for when the command runs */
    DoctorCommand(Supplier<LintelConfig> settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() {
        return CheckupReport.answer(console, BoxCheckup.of(settings.get()));
    }
}
