package io.lintel.alarm;

import io.lintel.system.LintelException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which MQTT broker to tell.
 *
 * @param broker {@code tcp://host:1883} or {@code ssl://host:8883}
 * @param topic what all topics begin with, for example {@code lintel/front-door}; no wildcard
 * @param clientId unique at the broker, 1 to 23 characters
 * @param user may be absent
 * @param password may be absent
 * @param tls whom to trust and who to be; only with {@code ssl}
 */
public record MqttSettings(
        URI broker,
        String topic,
        String clientId,
        @Nullable String user,
        @Nullable String password,
        TlsFiles tls) {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Checks all of it; throws a {@link LintelException} naming the setting that is wrong. */
    public MqttSettings {
        boolean known = "tcp".equals(broker.getScheme()) || "ssl".equals(broker.getScheme());
        if (!known || broker.getHost() == null || broker.getUserInfo() != null) {
            throw new LintelException(
                    "lintel.alarm.mqtt.broker is not a plain tcp or ssl address",
                    "write it like tcp://192.168.1.10:1883");
        }
        if (!topic.matches("[^+#/\\x00]+(/[^+#/\\x00]+)*")) {
            throw new LintelException(
                    "lintel.alarm.mqtt.topic '" + topic + "' cannot be published to",
                    "write it like lintel/front-door");
        }
        if (!clientId.matches("[0-9a-zA-Z_-]{1,23}")) {
            throw new LintelException(
                    "lintel.alarm.mqtt.client-id '" + clientId + "' may be refused",
                    "use 1 to 23 letters, digits, '-' and '_'");
        }
    }

    /** Trusts whom the runtime trusts. */
    public MqttSettings(URI broker, String topic, String clientId, @Nullable String user, @Nullable String password) {
        this(broker, topic, clientId, user, password, TlsFiles.NONE);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "MqttSettings[broker=" + broker + ", topic=" + topic + ", clientId=" + clientId + "]";
    }
}
