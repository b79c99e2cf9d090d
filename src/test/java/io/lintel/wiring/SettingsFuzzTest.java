package io.lintel.wiring;

import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.fuzz.Fuzz;
import io.lintel.fuzz.ScratchFolder;
import java.nio.file.Path;
import java.util.Map;

class SettingsFuzzTest {

    private static final SettingsReference REFERENCE = SettingsReference.shipped();

    /** The whole check, as {@code serve}, {@code config check} and the settings page do it. */
    @Fuzz(tries = 100)
    void settings(byte[] input) {
        Path file = ScratchFolder.file("lintel.properties", input);
        SettingsCheck.check(new SettingsFile(file, REFERENCE), Map.of());
    }
}
