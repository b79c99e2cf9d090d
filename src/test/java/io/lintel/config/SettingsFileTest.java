package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFileMeansAllDefaults() throws IOException {
        assertThat(load("").camera().source()).isEqualTo("auto");
    }

    @Test
    void aValueOfTheFileReplacesItsDefault() throws IOException {
        assertThat(load("lintel.camera.frozen-after=1500ms").camera().frozenAfter())
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aMisspeltKeyStopsTheStartAndNamesTheRightOne() {
        assertThatThrownBy(() -> load("lintel.camera.sorce=demo"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("lintel.camera.sorce")
                .hasMessageContaining("did you mean lintel.camera.source?");
    }

    @Test
    void aValueThatDoesNotFitStopsTheStartAndNamesItsKey() {
        assertThatThrownBy(() -> load("lintel.camera.width=wide"))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("lintel.camera.width")
                .hasMessageContaining("wide");
    }

    @Test
    void aMissingFileIsNotSilentlyReplacedByDefaults() {
        assertThatThrownBy(() ->
                        new SettingsFile(folder.resolve("nowhere.properties"), SettingsReference.shipped()).load())
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("nowhere.properties");
    }

    @Test
    void settingsOfOtherProgramsAreLeftAlone() throws IOException {
        assertThat(load("quarkus.http.port=8081").camera().source()).isEqualTo("auto");
    }

    private LintelConfig load(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("lintel.properties"), content);
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void aFileThatWouldNotBeUsedIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("lintel.conf"), "lintel.door.fire=gpiochip0:22\n");

        assertThatThrownBy(() -> new SettingsFile(file, SettingsReference.shipped()).load())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(".properties");
    }
}
