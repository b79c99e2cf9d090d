package io.lintel.wiring;

import io.lintel.alarm.HomeAssistantDiscovery;
import io.lintel.alarm.MqttBroker;
import io.lintel.alarm.MqttSettings;
import io.lintel.alarm.TlsFiles;
import io.lintel.alarm.Transport;
import io.lintel.config.AlarmGroup;
import io.lintel.config.SecretFile;
import io.lintel.system.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code lintel.alarm.mqtt}. */
final class MqttReceiver implements AlarmReceiver {

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Optional<Supplier<Transport>> of(AlarmGroup settings, String device, Function<SecretFile, String> secrets) {
        return settings.mqtt().broker().map(broker -> {
            MqttSettings valid = settings(broker, device, settings.mqtt(), secrets);
            Optional<HomeAssistantDiscovery> discovery = settings.mqtt()
                    .discovery()
                    .filter(prefix -> !prefix.isBlank())
                    .map(prefix -> new HomeAssistantDiscovery(prefix.strip(), device));
            return () -> new MqttBroker(valid, discovery);
        });
    }

    private static MqttSettings settings(
            String broker, String device, AlarmGroup.Mqtt mqtt, Function<SecretFile, String> secrets) {
        SecretFile password =
                new SecretFile("lintel.alarm.mqtt.password-file", mqtt.passwordFile(), "lintel.mqtt-password");
        return new MqttSettings(
                AlarmSettings.address("lintel.alarm.mqtt.broker", broker),
                mqtt.topic(),
                mqtt.clientId().orElseGet(() -> clientId(device)),
                mqtt.user().orElse(null),
                mqtt.user().isPresent() ? secrets.apply(password) : null,
                new TlsFiles(mqtt.caFile(), mqtt.clientCertFile(), mqtt.clientKeyFile()));
    }

    /** The 23 characters that every broker takes; of the whole name, since two clients of one id throw each other out. */
    static String clientId(String device) {
        String name = device.replaceAll("[^0-9a-zA-Z_-]", "-");
        byte[] hash = Sha256.digest().digest(device.getBytes(StandardCharsets.UTF_8));
        return "lintel-" + name.substring(0, Math.min(name.length(), 7)) + "-"
                + HexFormat.of().formatHex(hash, 0, 4);
    }
}
