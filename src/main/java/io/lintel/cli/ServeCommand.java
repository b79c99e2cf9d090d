package io.lintel.cli;

import io.lintel.wiring.ApplianceRunner;
import io.lintel.wiring.StartReport;
import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lintel serve}: the door itself. */
@Command(name = "serve", description = "Watch the camera, decide, drive the door, serve the pages; until stopped.")
final class ServeCommand implements Callable<Integer> {

    private final ServiceRunner runner;

    ServeCommand(ServiceRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() {
        return runner.run(true, services -> {
            services.get(ApplianceRunner.class).start();
            services.get(StartReport.class).report();
            Quarkus.waitForExit();
            return ExitCode.OK;
        });
    }
}
