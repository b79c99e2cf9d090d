package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedSettingsTest {

    @TempDir
    Path folder;

    private static ResolvedSettings resolved(
            Map<String, String> file, Map<String, String> page, Map<String, String> environment) {
        return ResolvedSettings.of(
                SettingsReference.shipped(),
                new ResolvedSettings.Source("lintel.properties", file),
                new ResolvedSettings.Source("settings.properties", page),
                environment,
                key -> null);
    }

    private SettingsFile file(String... lines) throws IOException {
        return new SettingsFile(
                Files.write(folder.resolve("lintel.properties"), List.of(lines)), SettingsReference.shipped());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p${HOME}q",
                "p${",
                "x$$y",
                "a\\b",
                "a\\${b}",
                "a\\\\$b",
                "50%off",
                "a%b1c",
                "end\\",
                "\\users",
                "a#b",
                "\"q\""
            })
    void aPasswordIsReadAsItWasTyped(String password) throws IOException {
        SettingsFile file = file("lintel.alarm.mqtt.user=" + password);

        assertThat(file.load().alarm().mqtt().user()).contains(password);
        assertThat(file.loadWith(Map.of("lintel.alarm.mqtt.user", password))
                        .alarm()
                        .mqtt()
                        .user())
                .contains(password);
        assertThat(resolved(Map.of(), Map.of(), Map.of("LINTEL_ALARM_MQTT_USER", password))
                        .find("lintel.alarm.mqtt.user")
                        .orElseThrow()
                        .text())
                .isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p${HOME}q", "p${", "x$$y", "a\\b", "a\\${b}", "a\\\\$b", "50%off", "${a:b}", "end\\", "\\$\\$"})
    void theFrameworkDoesNotExpandWhatItIsHanded(String value) {
        var framework = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of("key", SettingsInForce.unexpanded(value)), "test", 100))
                .build();

        assertThat(framework.getValue("key", String.class)).isEqualTo(value);
    }

    @Test
    void anOldNameStillWorksAndIsToldOnce() throws IOException {
        SettingsFile file = file("lintel.door.pulse=5s");

        assertThat(file.load().door().unlockTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(file.resolve(Map.of()).notes())
                .singleElement()
                .asString()
                .contains("lintel.door.pulse is now called lintel.door.unlock-time");
    }

    @Test
    void everyOldNameStandsForASettingOfToday() {
        assertThat(RenamedSettings.before())
                .allSatisfy(before -> assertThat(SettingsReference.shipped().settings())
                        .doesNotContainKey(before)
                        .containsKey(RenamedSettings.today(before)));
    }

    @Test
    void anOldNameOfAnEnvironmentVariableStillWorksAndOutranksTheFile() {
        ResolvedSettings settings =
                resolved(Map.of("lintel.visit.left-after", "2s"), Map.of(), Map.of("LINTEL_VISIT_ABSENCE", "7s"));

        assertThat(settings.find("lintel.visit.left-after").orElseThrow().text())
                .isEqualTo("7s");
        assertThat(settings.notes()).singleElement().asString().contains("environment");
    }

    @Test
    void bothNamesInOneFileAreRefusedAndTheMessageSaysWhichToDelete() throws IOException {
        SettingsFile file = file("lintel.door.maximum=8s", "lintel.door.longest-unlock=9s");

        assertThatThrownBy(file::load).hasMessageContaining("delete lintel.door.maximum");
    }

    @Test
    void whatThePageWritesTakesThePlaceOfTheOldName() throws IOException {
        SettingsFile file = file("lintel.data.folder=" + folder);
        Files.writeString(file.page().file(), "lintel.alarm.tell=everything\n");
        file.page().set(Map.of("lintel.alarm.events", java.util.Optional.of("alarms")));

        assertThat(file.page().values()).isEqualTo(Map.of("lintel.alarm.events", "alarms"));
    }

    @Test
    void aRefusalSaysInWhichFileTheValueStands() throws IOException {
        SettingsFile file = file("lintel.data.folder=" + folder, "lintel.camera.height=480");

        assertThatThrownBy(() -> file.loadWith(Map.of("lintel.camera.width", "banana")))
                .hasMessage("lintel.camera.width=banana does not fit")
                .extracting(refusal -> ((SettingsException) refusal).remedy())
                .asString()
                .contains(folder.resolve("settings.properties").toString())
                .doesNotContain(file.path().toString());
    }
}
