package io.lintel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lintel.alarm.TlsFiles;
import io.lintel.config.tls.SelfSigned;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an HTTPS server that misbehaves. */
class CalendarDownloadTest {

    private static final int MOST = 1000;

    @TempDir
    Path folder;

    private TlsFiles trusted;
    private HttpsServer server;
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void listen() throws IOException {
        Path certificate = folder.resolve("server.pem");
        Path key = folder.resolve("server.key");
        SelfSigned.make(certificate, key, Set.of("localhost"), Instant.now());
        trusted = new TlsFiles(Optional.of(certificate), Optional.empty(), Optional.empty());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(new TlsFiles(Optional.empty(), Optional.of(certificate), Optional.of(key))
                        .context()
                        .orElseThrow()));
        server.createContext("/good", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR"));
        server.createContext("/gone", exchange -> answer(exchange, 404, "no"));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            answer(exchange, 302, "");
        });
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(MOST + 1)));
        server.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('B');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.setExecutor(run -> Thread.ofVirtual().start(run));
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aCalendarIsFetched() {
        assertThat(new String(download("/good").fetch(), StandardCharsets.UTF_8))
                .isEqualTo("BEGIN:VCALENDAR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gone", "/elsewhere", "/large", "/stalls"})
    void whateverElseIsAnsweredEndsInTimeWithAReasonThatDoesNotRepeatTheAddress(String path) {
        assertThatThrownBy(() -> download(path + "/secret-link").fetch())
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("calendar of localhost cannot be fetched")
                .hasMessageNotContaining("secret-link");
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotBelieved() {
        CalendarDownload download =
                new CalendarDownload(address("/good"), Optional.empty(), MOST, Duration.ofSeconds(20), true);

        assertThatThrownBy(download::fetch).isInstanceOf(LintelException.class);
    }

    @Test
    void thisMachineAndItsLinkAreNeverAsked() {
        for (String host :
                new String[] {"localhost", "127.0.0.1", "169.254.169.254", "[::1]", "[fe80::1]", "0.0.0.0"}) {
            CalendarDownload download = new CalendarDownload(
                    URI.create("https://" + host + ":" + port() + "/good"),
                    trusted.context(),
                    MOST,
                    Duration.ofSeconds(20));
            assertThatThrownBy(download::fetch).as(host).hasMessageContaining("never asked");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://calendar.example.org/a.ics",
                "webcal://calendar.example.org/a.ics",
                "https://user:word@calendar.example.org/a.ics",
                "file:///etc/passwd",
                "https:///a.ics",
                "a.ics"
            })
    void onlyAnHttpsAddressIsTaken(String address) {
        assertThatThrownBy(() -> CalendarDownload.checked(URI.create(address)))
                .isInstanceOf(LintelException.class)
                .hasMessageNotContaining("word@");
    }

    private CalendarDownload download(String path) {
        Duration longest = Duration.ofSeconds(path.startsWith("/stalls") ? 1 : 60);
        return new CalendarDownload(address(path), trusted.context(), MOST, longest, true);
    }

    private URI address(String path) {
        return URI.create("https://localhost:" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
