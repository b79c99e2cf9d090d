package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lintel.serve.LintelProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program tells others: a web server that checks the signature, and a real Mosquitto. */
class AlarmsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        long time = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        boolean genuine = new WebhookSignature(KEY)
                .of(id, time, body)
                .equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
        if (answer == 204) {
            posted.add((genuine ? "" : "FORGED ") + body);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private String secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    @Test
    void anUnreachableReceiverGetsAllNotificationsInOrderAlsoAfterARestart() throws Exception {
        answer = 503;
        try (LintelProcess lintel = new LintelProcess(
                folder,
                "lintel.camera.source=demo",
                "lintel.alarm.device=front-door",
                "lintel.alarm.events=everything",
                "lintel.visit.alarm-after-tries=1",
                "lintel.alarm.webhook.url=http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/",
                "lintel.alarm.webhook.secret-file="
                        + secret("secret", "whsec_" + Base64.getEncoder().encodeToString(KEY)))) {
            lintel.serve();
            await().atMost(PATIENCE).until(() -> lintel.log().contains("alarm outlet=webhook 127.0.0.1 fails"));
            assertThat(lintel.page("/q/health/ready")).contains("the receiver answered 503");
            lintel.kill();

            answer = 204;
            lintel.serve();
            await().atMost(PATIENCE).until(() -> posted.stream().anyMatch(body -> body.contains("repeated-denials")));
            assertThat(lintel.stop()).isZero();

            assertThat(posted)
                    .noneMatch(body -> body.startsWith("FORGED"))
                    .allMatch(body -> body.contains("front-door"));
            assertThat(posted.getFirst()).contains("\"event\":\"started\"");
            assertThat(posted.stream().filter(body -> body.contains("\"event\":\"started\"")))
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(lintel.log()).doesNotContain(Base64.getEncoder().encodeToString(KEY));
        }
    }

    @Test
    void aBrokerHearsTheDoorAndThatItIsGone() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Mosquitto broker = new Mosquitto(folder);
                LintelProcess lintel = new LintelProcess(
                        folder,
                        "lintel.camera.source=demo",
                        "lintel.alarm.events=everything",
                        "lintel.alarm.mqtt.broker=" + broker.address(),
                        "lintel.alarm.mqtt.topic=lintel/front",
                        "lintel.alarm.mqtt.user=" + Mosquitto.USER,
                        "lintel.alarm.mqtt.password-file=" + secret("password", Mosquitto.PASSWORD))) {
            MqttClient listener = new MqttClient(broker.address().toString(), "listener", new MemoryPersistence());
            MqttConnectOptions options = new MqttConnectOptions();
            options.setUserName(Mosquitto.USER);
            options.setPassword(Mosquitto.PASSWORD.toCharArray());
            listener.connect(options);
            listener.subscribe("lintel/front/#", (topic, message) -> heard.add(topic + " " + message));

            lintel.serve();
            await().atMost(PATIENCE).until(() -> heard.contains("lintel/front/available online"));
            await().atMost(PATIENCE)
                    .until(() -> heard.stream()
                            .anyMatch(line ->
                                    line.startsWith("lintel/front/event ") && line.contains("\"event\":\"started\"")));
            assertThat(lintel.page("/q/metrics")).contains("lintel_alarm_delivered_total{outlet=\"mqtt 127.0.0.1\"}");
            lintel.stop();
            await().until(() -> heard.contains("lintel/front/available offline"));
            listener.disconnectForcibly(0, 1, false);
            listener.close(true);
        }
    }

    @Test
    void aSecretThatIsMissingStopsTheStartWithARemedy() throws Exception {
        try (LintelProcess lintel = new LintelProcess(
                folder, "lintel.camera.source=demo", "lintel.alarm.webhook.url=http://127.0.0.1:9/")) {
            LintelProcess.Answer answered = lintel.command("serve");

            assertThat(answered.exitCode()).isNotZero();
            assertThat(answered.out()).contains("/etc/credstore/lintel.webhook-secret");
        }
    }
}
