package io.lintel.admin.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.SettingChoices;
import io.lintel.config.SettingOrigin;
import io.lintel.config.SettingsReference;
import io.lintel.service.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingFieldTest {

    private static final SettingsReference REFERENCE = SettingsReference.shipped();

    @Test
    void aDurationIsANumberWithItsUnit() {
        SettingField field = field("lintel.door.unlock-time", "1500ms");

        assertThat(field.isDuration()).isTrue();
        assertThat(field.amount()).isEqualTo("1500");
        assertThat(field.units())
                .filteredOn(SettingField.Choice::chosen)
                .containsExactly(new SettingField.Choice("ms", true));
        assertThat(SettingField.typed(field.setting(), " 2 ", "s")).isEqualTo("2s");
        assertThat(SettingField.typed(field.setting(), "2m", "s"))
                .as("typed with a unit")
                .isEqualTo("2m");
        assertThat(SettingField.typed(field.setting(), "2", "weeks"))
                .as("the check says what is wrong")
                .isEqualTo("2");
    }

    /** Else the next try would be a number without its unit. */
    @Test
    void aDurationThatWasRefusedKeepsItsUnit() {
        SettingField field = field("lintel.door.contact-debounce", "three weeks");

        assertThat(field.isDuration()).isTrue();
        assertThat(field.amount()).isEqualTo("three weeks");
        assertThat(field.units())
                .filteredOn(SettingField.Choice::chosen)
                .containsExactly(new SettingField.Choice("ms", true));
    }

    @Test
    void whatIsEmptiedHasItsDefaultAgain() {
        assertThat(SettingField.typed(field("lintel.door.unlock-time", "9s").setting(), "", "s"))
                .isEqualTo("3s");
        assertThat(SettingField.typed(field("lintel.door.relay", "GPIO17").setting(), " ", null))
                .isEmpty();
    }

    @Test
    void aChoiceWithoutADefaultCanBeUnsetAndAnUnusualValueStays() {
        assertThat(field("lintel.liveness.challenge", "").choices().getFirst())
                .isEqualTo(new SettingField.Choice("", true));
        assertThat(field("lintel.camera.rotate", "45").choices()).contains(new SettingField.Choice("45", true));
        assertThat(field("lintel.camera.mirror", "true").choices())
                .containsExactly(new SettingField.Choice("true", true), new SettingField.Choice("false", false));
    }

    /** A setting that nobody can find on a page is set by a shell only. */
    @Test
    void eachSettingBelongsToAGroupAndEachGroupHasSome() {
        assertThat(REFERENCE.settings().keySet()).extracting(SettingGroup::of).containsOnly(SettingGroup.values());
        assertThat(SettingGroup.of("lintel.camera.second.source")).isEqualTo(SettingGroup.SECOND_CAMERA);
    }

    private static SettingField field(String key, String value) {
        SettingsReference.Setting known = REFERENCE.settings().get(key);
        Setting setting = new Setting(
                key,
                "",
                value,
                value,
                known.defaultValue(),
                "",
                SettingOrigin.PAGE,
                SettingChoices.of(known),
                false,
                "");
        return new SettingField(setting, value, List.of());
    }
}
