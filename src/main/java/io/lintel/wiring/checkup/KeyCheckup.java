package io.lintel.wiring.checkup;

import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.system.LintelException;
import io.lintel.wiring.BoxKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the key is there that people's data is sealed with. */
final class KeyCheckup {

    private KeyCheckup() {}

    /** Empty while nobody has been enrolled here, and where the database may not be read. */
    static Optional<CheckupFinding> of(LintelConfig config) {
        Path database = RunMode.of(config).database(config);
        if (!Files.isReadable(database)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BoxKeys.place(config)
                    .map(place -> CheckupFinding.ok("key", "people are sealed with the key in " + place))
                    .orElseGet(
                            () -> CheckupFinding.note("key", "people are not sealed yet", "the next start does it")));
        } catch (LintelException e) {
            return Optional.of(CheckupFinding.problem("key", e));
        }
    }
}
