package io.lintel.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** {@code lintel.backup}. {@code config/lintel.properties} explains each. */
public interface BackupGroup {

    Optional<Path> folder();

    @WithDefault("02:30")
    String time();

    @WithDefault("14")
    int keep();

    Optional<String> recipient();

    Optional<Path> passphraseFile();

    @WithDefault("false")
    boolean pictures();
}
