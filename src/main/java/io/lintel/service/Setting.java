package io.lintel.service;

import java.util.List;

/**
 * One setting as it stands.
 *
 * @param group the heading that it belongs under
 * @param value in force after the next start
 * @param standard the default; may be empty
 * @param effect unit and effect
 * @param origin where the value comes from
 * @param choices what it may be; empty for free text
 * @param waiting whether the running program still has another value
 * @param fixed why this page cannot change it; empty when it can
 */
public record Setting(
        String key,
        String group,
        String value,
        String standard,
        String effect,
        Origin origin,
        List<String> choices,
        boolean waiting,
        String fixed) {

    public enum Origin {
        DEFAULT("default"),
        FILE("settings file"),
        PAGE("changed here"),
        ENVIRONMENT("environment");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public String originTitle() {
        return origin.title();
    }

    public boolean isChangedHere() {
        return origin == Origin.PAGE;
    }

    public boolean isOwnValue() {
        return origin != Origin.DEFAULT;
    }

    /** As users see it who may not change it: without passwords in addresses. */
    public Setting masked() {
        return new Setting(
                key, group, SettingText.masked(key, value), standard, effect, origin, choices, waiting, fixed);
    }

    /** The key without the prefix that all have. */
    public String shortKey() {
        return key.substring("lintel.".length());
    }
}
