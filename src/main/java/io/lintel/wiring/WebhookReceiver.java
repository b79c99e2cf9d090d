package io.lintel.wiring;

import io.lintel.alarm.TlsFiles;
import io.lintel.alarm.Transport;
import io.lintel.alarm.Webhook;
import io.lintel.alarm.WebhookSettings;
import io.lintel.config.AlarmGroup;
import io.lintel.config.SecretFile;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code lintel.alarm.webhook}. */
final class WebhookReceiver implements AlarmReceiver {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Optional<Supplier<Transport>> of(AlarmGroup settings, String device, Function<SecretFile, String> secrets) {
        AlarmGroup.Webhook webhook = settings.webhook();
        return webhook.url().map(url -> {
            SecretFile secret =
                    new SecretFile("lintel.alarm.webhook.secret-file", webhook.secretFile(), "lintel.webhook-secret");
            WebhookSettings valid = new WebhookSettings(
                    AlarmSettings.address("lintel.alarm.webhook.url", url),
                    secrets.apply(secret),
                    webhook.timeout(),
                    new TlsFiles(webhook.caFile(), webhook.clientCertFile(), webhook.clientKeyFile()));
            return () -> new Webhook(valid, InstantSource.system());
        });
    }
}
