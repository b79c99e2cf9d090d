package io.lintel.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lintel serve}: the door itself. */
@Command(name = "serve", description = "Watch the camera, decide, drive the door, serve the pages; until stopped.")
final class ServeCommand implements Callable<Integer> {

    private final HouseRunner house;

    ServeCommand(HouseRunner house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        return house.run(true, rooms -> {
            rooms.serving().start();
            Quarkus.waitForExit();
            return ExitCode.OK;
        });
    }
}
