package io.lintel.site.member;

import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Connects to a site's servers.
 *
 * @param authority certificate that vouches for them, PEM
 * @param token what lets this box connect
 * @param seed of the key that it is for
 * @param inbox subject under which answers are heard
 */
record SiteConnector(List<String> servers, String authority, String token, String seed, String inbox) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration JITTER = Duration.ofSeconds(2);

    SiteConnector {
        servers = List.copyOf(servers);
    }

    /**
     * A connection that comes back by itself.
     *
     * @param name for whoever looks at the server
     * @throws LintelException if no server takes it
     */
    Connection connect(String name) {
        Options options = Options.builder()
                .servers(servers.toArray(String[]::new))
                .sslContext(SiteTrust.of(authority))
                .authHandler(Nats.staticCredentials(credentials()))
                .inboxPrefix(inbox)
                .connectionName(name)
                .connectionTimeout(PATIENCE)
                .reconnectWait(BETWEEN_TRIES)
                .reconnectJitterTls(JITTER)
                .maxReconnects(-1)
                .errorListener(new ErrorListener() {})
                .build();
        try {
            return Nats.connect(options);
        } catch (IOException e) {
            throw new LintelException(
                    "No server of the site (" + String.join(", ", servers) + ") lets this box in: " + e.getMessage(),
                    "check that the server runs, that this box reaches it, and that both have the right time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LintelException("Connecting was interrupted", "try again");
        }
    }

    private byte[] credentials() {
        return ("""
                -----BEGIN NATS USER JWT-----
                %s
                ------END NATS USER JWT------

                -----BEGIN USER NKEY SEED-----
                %s
                ------END USER NKEY SEED------
                """.formatted(token, seed)).getBytes(StandardCharsets.US_ASCII);
    }
}
