package io.lintel.service;

import io.lintel.config.SettingOrigin;
import java.util.List;

/**
 * One setting as it stands.
 *
 * @param group the heading that it belongs under
 * @param value in force after the next start
 * @param running in force now, in the running program
 * @param standard the default; may be empty
 * @param effect unit and effect
 * @param origin where the value comes from
 * @param choices what it may be; empty for free text
 * @param live whether a change is in force as soon as it is saved
 * @param fixed why this page cannot change it; empty when it can
 */
public record Setting(
        String key,
        String group,
        String value,
        String running,
        String standard,
        String effect,
        SettingOrigin origin,
        List<String> choices,
        boolean live,
        String fixed) {

    /** Whether the running program still has another value. */
    public boolean waiting() {
        return !value.equals(running);
    }

    /** For pages: {@link #waiting}. */
    public boolean isWaiting() {
        return waiting();
    }

    /** Whether a form cannot change it: the page must not, or the environment outranks it. */
    public boolean isReadOnly() {
        return !fixed.isEmpty() || origin == SettingOrigin.ENVIRONMENT;
    }

    public String originTitle() {
        return origin.title();
    }

    public boolean isChangedHere() {
        return origin == SettingOrigin.PAGE;
    }

    public boolean isOwnValue() {
        return origin != SettingOrigin.DEFAULT;
    }

    /** As users see it who may not change it: without passwords in addresses. */
    public Setting masked() {
        return new Setting(
                key,
                group,
                SettingText.masked(key, value),
                SettingText.masked(key, running),
                standard,
                effect,
                origin,
                choices,
                live,
                fixed);
    }

    /** The key without the prefix that all have. */
    public String shortKey() {
        return key.substring("lintel.".length());
    }
}
