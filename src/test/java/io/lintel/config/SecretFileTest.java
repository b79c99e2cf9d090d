package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    private Path written(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static SecretFile secret(Optional<Path> file) {
        return new SecretFile("lintel.alarm.webhook.secret-file", file, "lintel.webhook-secret");
    }

    @Test
    void standsInTheFileThatTheSettingNames() throws IOException {
        Path file = written("mine", "whsec_abc\n", "rw-------");

        assertThat(secret(Optional.of(file)).read(Map.of())).isEqualTo("whsec_abc");
    }

    @Test
    void elseInSystemdsCredential() throws IOException {
        written("lintel.webhook-secret", "whsec_abc\n", "r--------");

        assertThat(secret(Optional.empty()).read(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .isEqualTo("whsec_abc");
    }

    @Test
    void aFileForEverybodyIsRefused() throws IOException {
        Path file = written("mine", "whsec_abc", "rw-r--r--");

        assertThatThrownBy(() -> secret(Optional.of(file)).read(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("everybody")
                .hasMessageNotContaining("whsec_abc");
    }

    @Test
    void configCheckRefusesAWebhookWithoutItsSecretAsServeDoes() throws IOException {
        Path store = Files.createDirectory(folder.resolve("credstore"));
        SecretFile none = secret(Optional.empty());

        assertThatThrownBy(() -> none.readIfVisible(Map.of(), List.of(store)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there is no secret for lintel.alarm.webhook.secret-file");
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> secret(Optional.of(gone)).readIfVisible(Map.of(), List.of(store)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(gone.toString());
        assertThatThrownBy(() -> none.readIfVisible(Map.of("CREDENTIALS_DIRECTORY", folder.toString()), List.of(store)))
                .as("in the service itself nothing is hidden")
                .isInstanceOf(SettingsException.class);

        written("credstore/lintel.webhook-secret", "whsec_abc", "rw-------");
        assertThat(none.readIfVisible(Map.of(), List.of(store)))
                .as("the service gets it, this program does not")
                .isEmpty();
    }

    @Test
    void aMissingOneSaysWhereToPutIt() {
        assertThatThrownBy(() -> secret(Optional.empty()).read(Map.of()))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        e -> assertThat(e.remedy()).contains("/etc/credstore/lintel.webhook-secret"));
    }

    @Test
    void anEmptyOneIsNone() throws IOException {
        Path file = written("mine", "\n", "rw-------");

        assertThatThrownBy(() -> secret(Optional.of(file)).read(Map.of())).hasMessageContaining("is empty");
    }
}
