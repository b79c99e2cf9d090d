package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsException;
import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.PersonKeyStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where this installation's key of the box may lie. */
public final class BoxKeys {

    /** Where systemd keeps what it has decrypted for the running service, for commands beside it. */
    private static final Path OF_THE_SERVICE = Path.of("/run/credentials/lintel.service");

    private BoxKeys() {}

    public static BoxKeyFiles files(LintelConfig config) {
        List<Path> credentials = new ArrayList<>();
        Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY"))
                .map(Path::of)
                .ifPresent(credentials::add);
        credentials.add(OF_THE_SERVICE);
        return new BoxKeyFiles(
                RunMode.of(config).keyFile(config),
                credentials.stream()
                        .map(folder -> folder.resolve(BoxKeyFiles.CREDENTIAL))
                        .toList());
    }

    /**
     * Where the key is that the database is sealed with, found without opening that as a door does.
     *
     * @return empty while it is not sealed
     * @throws io.lintel.crypto.BoxKeyException if the key is not there
     */
    public static Optional<Path> place(LintelConfig config) {
        return PersonKeyStore.keyFileOf(RunMode.of(config).database(config), files(config));
    }

    /** @throws SettingsException if the key would lie in the data folder, with which it would be copied */
    static void check(LintelConfig config) {
        Path data = config.data().folder().toAbsolutePath().normalize();
        Path file = RunMode.of(config).keyFile(config).toAbsolutePath().normalize();
        if (file.startsWith(data)) {
            throw new SettingsException(
                    "lintel.data.key-folder=" + file.getParent() + " is inside the data folder",
                    "choose one outside of it: a copy of the data folder must not hold the key");
        }
    }
}
