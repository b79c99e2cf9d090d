package io.lintel.config;

import io.lintel.system.NativeLibraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the parts of this installation lie. A checkout, a release folder and a Debian package have the same shape below
 * their home: {@code models/}, {@code config/}, {@code kiosk-ui/}.
 */
public record Installation(Path home) {

    /** From {@code io.lintel.home}, else the folder above the executable's own, else the working directory. */
    public static Installation current() {
        String home = System.getProperty("io.lintel.home");
        if (home != null) {
            return new Installation(Path.of(home).toAbsolutePath().normalize());
        }
        Path here = Path.of("").toAbsolutePath();
        return new Installation(executableFolder()
                .filter(folder -> Files.isDirectory(folder.resolve("models")))
                .orElse(here));
    }

    /**
     * The folder of the installed .so files: the one that {@code io.lintel.libraries} names, else {@code lib/} of this
     * installation, else the one beside the executable (a native binary in a checkout); empty where there is none, so
     * that the libraries come out of their jars.
     */
    public Optional<Path> nativeLibraries() {
        return Optional.ofNullable(System.getProperty(NativeLibraries.FOLDER))
                .map(Path::of)
                .or(() -> Stream.concat(Stream.of(home), executableFolder().stream())
                        .map(folder -> folder.resolve("lib"))
                        .filter(NativeLibraries::areIn)
                        .findFirst());
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

    private static Optional<Path> executableFolder() {
        return ProcessHandle.current()
                .info()
                .command()
                .map(command -> Path.of(command).getParent());
    }
}
