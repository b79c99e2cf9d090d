package io.lintel.wiring;

import io.lintel.config.SettingsException;
import io.lintel.system.LintelException;
import java.util.function.Supplier;

/** Turns what a settings record does not accept into an error that names the setting. */
final class AcceptedSettings {

    private AcceptedSettings() {}

    /** @throws SettingsException naming the group where the settings do not accept a value */
    static <T> T of(String group, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (LintelException e) {
            throw new SettingsException(named(group, e), e.remedy(), e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new SettingsException(named(group, e), "correct it; config/lintel.properties says the range", e);
        }
    }

    /** A message names its setting; where the part does not know that, at least the group. */
    private static String named(String group, RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return message.contains("lintel.") ? message : "lintel." + group + ": " + message;
    }
}
