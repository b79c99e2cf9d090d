package io.lintel.admin.setting;

/** Settings as those see them who may not change them. */
public final class Settings {

    private Settings() {}

    /** Without passwords in addresses. */
    public static Setting masked(Setting setting) {
        return new Setting(
                setting.key(),
                setting.group(),
                SettingText.masked(setting.key(), setting.value()),
                setting.standard(),
                setting.effect(),
                setting.origin(),
                setting.choices(),
                setting.waiting(),
                setting.fixed());
    }
}
