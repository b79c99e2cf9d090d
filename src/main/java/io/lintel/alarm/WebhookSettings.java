package io.lintel.alarm;

import io.lintel.system.LintelException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;

/**
 * Where to POST notices, and with which secret to sign them.
 *
 * @param url http or https; without user and password
 * @param secret {@code whsec_} and base64 of 24 to 64 random bytes, as Standard Webhooks has it
 * @param timeout for one whole attempt, from connecting to the end of the answer, 1 to 60 s; default 10 s
 * @param tls whom to trust and who to be; only with https
 */
public record WebhookSettings(URI url, String secret, Duration timeout, TlsFiles tls) {

    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    /** Checks all of it; throws a {@link LintelException} naming the setting that is wrong. */
    public WebhookSettings {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new LintelException(
                    "lintel.alarm.webhook.url is not a plain http or https address",
                    "write it like https://example.org/lintel");
        }
        int length = keyOf(secret).length;
        if (length < SHORTEST_KEY || length > LONGEST_KEY) {
            throw new LintelException(
                    "alarm webhook secret is " + length + " bytes long, not 24 to 64",
                    "make one: echo whsec_$(head -c 32 /dev/urandom | base64)");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new LintelException(
                    "lintel.alarm.webhook.timeout=" + timeout + " is out of range", "set it between 1s and 60s");
        }
    }

    /** Trusts whom the runtime trusts. */
    public WebhookSettings(URI url, String secret, Duration timeout) {
        this(url, secret, timeout, TlsFiles.NONE);
    }

    byte[] key() {
        return keyOf(secret);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[url=" + url + ", timeout=" + timeout + "]";
    }

    private static byte[] keyOf(String secret) {
        try {
            if (secret.startsWith(PREFIX)) {
                return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException notBase64) {
            throw wrong();
        }
        throw wrong();
    }

    private static LintelException wrong() {
        return new LintelException(
                "alarm webhook secret is not whsec_ and base64",
                "make one: echo whsec_$(head -c 32 /dev/urandom | base64)");
    }
}
