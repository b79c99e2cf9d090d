package io.lintel.config;

/** Where a setting's value comes from. A later one outranks those before it. */
public enum SettingOrigin {
    DEFAULT("default"),
    FILE("settings file"),
    PAGE("changed here"),
    ENVIRONMENT("environment");

    private final String title;

    SettingOrigin(String title) {
        this.title = title;
    }

    /** In a few words, for the settings page. */
    public String title() {
        return title;
    }
}
