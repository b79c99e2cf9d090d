package io.lintel.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this is a door or a demonstration of one. A demonstration has its own database and a simulated relay, so that an
 * invented person can never open a real door.
 */
public enum RunMode {
    DOOR("lintel.db"),
    DEMO("demo.db");

    private static final Path DEVICES = Path.of("/dev");

    private final String databaseName;

    RunMode(String databaseName) {
        this.databaseName = databaseName;
    }

    /**
     * Asked for by name, or found: no camera is named, the machine has none, and no relay is set.
     */
    public static RunMode of(LintelConfig config) {
        return of(config, hasVideoDevice(DEVICES));
    }

    static RunMode of(LintelConfig config, boolean machineHasCamera) {
        return switch (config.camera().source().strip()) {
            case "demo" -> DEMO;
            case "auto" -> machineHasCamera || config.door().relay().isPresent() ? DOOR : DEMO;
            default -> DOOR;
        };
    }

    public Path database(LintelConfig config) {
        return config.data().folder().resolve(databaseName);
    }

    /** The file of the box's key: never in the data folder, a copy of which must give nobody away. */
    public Path keyFile(LintelConfig config) {
        Path data = config.data().folder().toAbsolutePath().normalize();
        return config.data()
                .keyFolder()
                .orElseGet(() -> data.resolveSibling(data.getFileName() + "-keys"))
                .resolve(databaseName.replace(".db", ".key"));
    }

    /** The folder of the log's pictures. */
    public Path snapshots(LintelConfig config) {
        return config.data().folder().resolve(this == DEMO ? "demo-snapshots" : "snapshots");
    }

    static boolean hasVideoDevice(Path devices) {
        try (DirectoryStream<Path> video = Files.newDirectoryStream(devices, "video[0-9]*")) {
            return video.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}
