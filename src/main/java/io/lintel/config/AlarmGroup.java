package io.lintel.config;

import io.lintel.alarm.NotificationScope;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code lintel.alarm}: who is told of alarms. {@code config/lintel.properties} explains each. */
public interface AlarmGroup {
    Optional<String> device();

    @WithDefault("alarms")
    NotificationScope events();

    @WithDefault("1000")
    int queueLimit();

    Webhook webhook();

    Mqtt mqtt();

    interface Webhook {
        Optional<String> url();

        Optional<Path> secretFile();

        @WithDefault("10s")
        Duration timeout();

        Optional<Path> caFile();

        Optional<Path> clientCertFile();

        Optional<Path> clientKeyFile();
    }

    interface Mqtt {
        Optional<String> broker();

        @WithDefault("lintel/door")
        String topic();

        Optional<String> clientId();

        Optional<String> user();

        Optional<String> discovery();

        Optional<Path> passwordFile();

        Optional<Path> caFile();

        Optional<Path> clientCertFile();

        Optional<Path> clientKeyFile();
    }
}
