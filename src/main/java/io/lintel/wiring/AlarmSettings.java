package io.lintel.wiring;

import io.lintel.alarm.NotificationScope;
import io.lintel.alarm.Transport;
import io.lintel.config.AlarmGroup;
import io.lintel.config.LintelConfig;
import io.lintel.config.SecretFile;
import io.lintel.config.SettingsException;
import io.lintel.system.MachineName;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the settings say of alarms.
 *
 * @param device what this box is called
 * @param receivers those that are set, by the names of their kinds
 */
record AlarmSettings(
        String device, NotificationScope scope, int queueLimit, Map<String, Supplier<Transport>> receivers) {

    /** Stands for a secret that only the service itself is given, when a command checks the rest. */
    private static final String UNSEEN = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    AlarmSettings {
        if (queueLimit < 10 || queueLimit > 100_000) {
            throw new SettingsException(
                    "lintel.alarm.queue-limit=" + queueLimit + " is out of range", "set it between 10 and 100000");
        }
    }

    /** With the secrets. @throws SettingsException if something is wrong, or a secret cannot be had */
    static AlarmSettings of(LintelConfig config) {
        return of(config, SecretFile::read);
    }

    /** All but secrets that this process cannot see. @throws SettingsException if something is wrong */
    static void check(LintelConfig config) {
        of(config, secret -> secret.readIfVisible().orElse(UNSEEN));
    }

    private static AlarmSettings of(LintelConfig config, Function<SecretFile, String> secrets) {
        AlarmGroup alarm = config.alarm();
        String device = alarm.device().or(MachineName::current).orElse("lintel");
        Map<String, Supplier<Transport>> receivers = new LinkedHashMap<>();
        for (AlarmReceiver kind : Alarms.KINDS) {
            AcceptedSettings.of("alarm", () -> kind.of(alarm, device, secrets))
                    .ifPresent(receiver -> receivers.put(kind.name(), receiver));
        }
        return new AlarmSettings(device, alarm.events(), alarm.queueLimit(), receivers);
    }

    static URI address(String setting, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // Without the library's words: they repeat the address, which may hold a password
            throw new SettingsException(
                    setting + " is not an address", "write it without spaces, like https://example.org/lintel", e);
        }
    }
}
