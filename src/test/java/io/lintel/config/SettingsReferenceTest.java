package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

    private final SettingsReference reference = SettingsReference.shipped();

    @Test
    void theShippedFileShowsEverySettingWithItsTrueDefault() {
        var expected = new TreeMap<String, String>();
        ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(LintelConfig.class))
                .forEach((key, property) ->
                        expected.put(key, property.hasDefaultValue() ? property.getDefaultValue() : ""));
        var shown = new TreeMap<String, String>();
        reference.settings().forEach((key, setting) -> shown.put(key, setting.defaultValue()));

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void everySettingIsExplained() {
        // Width and height stand under one comment.
        assertThat(reference.settings().values())
                .filteredOn(setting -> setting.explanation().isBlank())
                .extracting(SettingsReference.Setting::key)
                .containsOnly("lintel.camera.height");
    }

    @Test
    void theShippedFileChangesNothing() {
        SmallRyeConfig config = new SmallRyeConfigBuilder().build();

        assertThat(config.getPropertyNames()).noneMatch(name -> name.startsWith("lintel."));
    }

    @Test
    void aMisspeltKeyIsLedToTheNearest() {
        assertThat(reference.nearest("lintel.camera.sorce")).contains("lintel.camera.source");
        assertThat(reference.nearest("lintel.something.else.entirely")).isEmpty();
    }
}
