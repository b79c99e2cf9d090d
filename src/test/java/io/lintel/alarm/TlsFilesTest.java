package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lintel.config.tls.SelfSigned;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an HTTPS server whose certificate no public authority knows. */
class TlsFilesTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    private Path certificate;
    private Path key;
    private HttpsServer server;

    @BeforeEach
    void listen() throws IOException {
        certificate = folder.resolve("receiver.pem");
        key = folder.resolve("receiver.key");
        SelfSigned.make(certificate, key, Set.of("localhost"), Instant.now());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(new TlsFiles(Optional.empty(), Optional.of(certificate), Optional.of(key))
                        .context()
                        .orElseThrow()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aReceiverWithAPrivateAuthorityIsReachedWhenItsFileIsNamed() {
        try (Webhook webhook = webhook(new TlsFiles(Optional.of(certificate), Optional.empty(), Optional.empty()))) {
            webhook.deliver(new Notification("1", "{}"));
        }
    }

    @Test
    void withoutTheFileItIsNotTrusted() {
        try (Webhook webhook = webhook(TlsFiles.NONE)) {
            assertThatThrownBy(() -> webhook.deliver(new Notification("1", "{}")))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no certificate");
        assertThatThrownBy(
                        () -> new TlsFiles(Optional.of(folder.resolve("gone.pem")), Optional.empty(), Optional.empty())
                                .context())
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("gone.pem");
        assertThatThrownBy(() -> new TlsFiles(Optional.of(text), Optional.empty(), Optional.empty()).context())
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> new TlsFiles(Optional.empty(), Optional.of(certificate), Optional.of(text)).context())
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> new TlsFiles(Optional.empty(), Optional.of(certificate), Optional.empty()))
                .isInstanceOf(LintelException.class);
    }

    private Webhook webhook(TlsFiles tls) {
        URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        return new Webhook(new WebhookSettings(url, SECRET, Duration.ofSeconds(5), tls), InstantSource.system());
    }
}
