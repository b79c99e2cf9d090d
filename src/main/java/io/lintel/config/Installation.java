package io.lintel.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of this installation lie. A checkout, a release folder and a Debian package have the same shape below
 * their home: {@code models/}, {@code config/}, {@code kiosk-ui/}.
 */
public record Installation(Path home) {

    /** From {@code lintel.home}, else the folder above the executable's own, else the working directory. */
    public static Installation current() {
        String home = System.getProperty("lintel.home");
        if (home != null) {
            return new Installation(Path.of(home).toAbsolutePath().normalize());
        }
        Path here = Path.of("").toAbsolutePath();
        return new Installation(ProcessHandle.current()
                .info()
                .command()
                .map(command -> Path.of(command).getParent())
                .filter(folder -> folder != null && Files.isDirectory(folder.resolve("models")))
                .orElse(here));
    }

    public Path demoFolder() {
        return home.resolve("config/demo");
    }

    public Path defaultModelsFolder() {
        return home.resolve("models");
    }

    public Path doorScreenFolder() {
        return home.resolve("kiosk-ui");
    }

    /**
     * The settings file in force: {@code --config}, else {@code LINTEL_CONFIG}, else {@code /etc/lintel/lintel.properties},
     * else the one in this installation's {@code config/}.
     */
    public Path settingsFile(Optional<Path> chosen) {
        return chosen.or(() ->
                        Optional.ofNullable(System.getenv("LINTEL_CONFIG")).map(Path::of))
                .orElseGet(() -> {
                    Path system = Path.of("/etc/lintel/lintel.properties");
                    return Files.exists(system) ? system : home.resolve("config/lintel.properties");
                });
    }
}
