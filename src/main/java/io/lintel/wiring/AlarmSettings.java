package io.lintel.wiring;

import io.lintel.alarm.MqttSettings;
import io.lintel.alarm.Told;
import io.lintel.alarm.WebhookSettings;
import io.lintel.config.LintelConfig;
import io.lintel.config.SecretFile;
import io.lintel.config.SettingsException;
import io.lintel.system.LintelException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The receivers of alarms, as the alarm room wants them.
 *
 * @param device what this box is called
 */
record AlarmSettings(
        String device, Told told, int queueLimit, Optional<WebhookSettings> webhook, Optional<MqttSettings> mqtt) {

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
        of(config, secret -> secret.isInReach() ? secret.read() : UNSEEN);
    }

    private static AlarmSettings of(LintelConfig config, Function<SecretFile, String> secrets) {
        LintelConfig.Alarm alarm = config.alarm();
        String device = alarm.device().orElseGet(AlarmSettings::machineName);
        return new AlarmSettings(
                device,
                Told.valueOf(alarm.tell().name()),
                alarm.queueLimit(),
                alarm.webhook().url().map(url -> webhook(url, alarm.webhook(), secrets)),
                alarm.mqtt().broker().map(broker -> mqtt(broker, device, alarm.mqtt(), secrets)));
    }

    private static WebhookSettings webhook(
            String url, LintelConfig.AlarmWebhook webhook, Function<SecretFile, String> secrets) {
        SecretFile secret =
                new SecretFile("lintel.alarm.webhook.secret-file", webhook.secretFile(), "lintel.webhook-secret");
        return accepted(() -> new WebhookSettings(
                address("lintel.alarm.webhook.url", url), secrets.apply(secret), webhook.timeout()));
    }

    private static MqttSettings mqtt(
            String broker, String device, LintelConfig.AlarmMqtt mqtt, Function<SecretFile, String> secrets) {
        SecretFile password =
                new SecretFile("lintel.alarm.mqtt.password-file", mqtt.passwordFile(), "lintel.mqtt-password");
        return accepted(() -> new MqttSettings(
                address("lintel.alarm.mqtt.broker", broker),
                mqtt.topic(),
                mqtt.clientId().orElseGet(() -> clientId(device)),
                mqtt.user().orElse(null),
                mqtt.user().isPresent() ? secrets.apply(password) : null));
    }

    private static URI address(String setting, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(setting + " is no address: " + e.getMessage(), "write it without spaces", e);
        }
    }

    /** At most the 23 characters that every broker takes. */
    private static String clientId(String device) {
        String name = "lintel-" + device.replaceAll("[^0-9a-zA-Z_-]", "-");
        return name.substring(0, Math.min(name.length(), 23));
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "lintel";
        }
    }

    private static <T> T accepted(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (SettingsException e) {
            throw e;
        } catch (LintelException e) {
            throw new SettingsException("lintel.alarm: " + e.getMessage(), e.remedy(), e);
        }
    }
}
