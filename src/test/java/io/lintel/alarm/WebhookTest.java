package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server. Id, time, body, secret and signature are Standard Webhooks' own published example. */
class WebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Notification NOTICE =
            new Notification("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Webhook webhook;
    private volatile int answer = 204;
    private volatile boolean stallInBody;
    private volatile String upgrade = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        webhook = webhookTo("http://127.0.0.1:" + server.getAddress().getPort() + "/lintel");
    }

    @AfterEach
    void close() {
        webhook.close();
        server.stop(0);
    }

    @Test
    void postsTheNoticeSignedAsStandardWebhooksHasIt() {
        webhook.deliver(NOTICE);

        assertThat(received)
                .containsExactly("POST /lintel application/json msg_p5jXN8AQM9LWM0D4loKWxJek 1614265330 "
                        + "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= {\"test\": 2432232314}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 404, 408, 429, 500, 503})
    void comesBackLaterWhenTheReceiverCannot(int status) {
        answer = status;

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> webhook.deliver(NOTICE));

        assertThat(failure).hasMessage("the receiver answered " + status);
        assertThat(failure.isHopeless()).isFalse();
        assertThat(received).as("no redirect followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void givesUpWhatTheReceiverDoesNotUnderstand(int status) {
        answer = status;

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> webhook.deliver(NOTICE));

        assertThat(failure.isHopeless()).isTrue();
    }

    @Test
    void comesBackLaterWhenNobodyListens() {
        server.stop(0);

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> webhook.deliver(NOTICE));

        assertThat(failure.isHopeless()).isFalse();
        assertThat(failure).hasMessageStartingWith("the receiver cannot be reached");
    }

    @Test
    void asksAPlainServerForNoUpgrade() {
        webhook.deliver(NOTICE);

        assertThat(upgrade).isEqualTo("none");
    }

    @Test
    void anAnswerThatStallsInItsBodyEndsAsAFailedAttempt() {
        stallInBody = true;
        Webhook impatient = new Webhook(
                new WebhookSettings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), SECRET, Duration.ofSeconds(1)),
                () -> Instant.ofEpochSecond(1614265330));

        DeliveryException failure = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> catchThrowableOfType(DeliveryException.class, () -> impatient.deliver(NOTICE)));

        assertThat(failure).hasMessage("the receiver did not answer in full within 1 s");
        assertThat(failure.isHopeless()).isFalse();
        impatient.close();
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> webhookTo("ftp://example.org/")).hasMessageContaining("url");
        assertThatThrownBy(() -> webhookTo("https://user:secret@example.org/"))
                .hasMessageContaining("url")
                .hasMessageNotContaining("secret");
        for (String secret : List.of("", "secret", "whsec_???", "whsec_c2hvcnQ=")) {
            assertThatThrownBy(() ->
                            new WebhookSettings(URI.create("https://example.org/"), secret, Duration.ofSeconds(9)))
                    .isInstanceOf(LintelException.class)
                    .hasMessageContaining("secret");
        }
        assertThatThrownBy(() -> new WebhookSettings(URI.create("https://example.org/"), SECRET, Duration.ZERO))
                .hasMessageContaining("timeout");
        assertThat(new WebhookSettings(URI.create("https://example.org/"), SECRET, Duration.ofSeconds(9)))
                .asString()
                .doesNotContain(SECRET);
    }

    private static Webhook webhookTo(String url) {
        WebhookSettings settings = new WebhookSettings(URI.create(url), SECRET, Duration.ofSeconds(5));
        return new Webhook(settings, () -> Instant.ofEpochSecond(1614265330));
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("content-type"),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        upgrade = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("upgrade"), "none");
        if (stallInBody) {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            return;
        }
        exchange.getResponseHeaders().add("location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }
}
