package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.lintel.alarm.SenderStatus;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receivers of notifications are exchanged while the door works. */
class AlarmsTest {

    @TempDir
    Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer receiver;
    private Path secret;

    @BeforeEach
    void aReceiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        secret = Files.writeString(
                folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private LintelConfig config(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("lintel.data.folder=" + folder);
        return new SettingsFile(Files.write(folder.resolve("lintel.properties"), all), SettingsReference.shipped())
                .load();
    }

    private LintelConfig webhook(String address) throws IOException {
        return config("lintel.alarm.webhook.url=" + address, "lintel.alarm.webhook.secret-file=" + secret);
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    }

    @Test
    void aReceiverThatIsSetLaterIsToldWithoutARestart() throws IOException {
        try (Alarms alarms = Alarms.of(config())) {
            alarms.test("olga");
            alarms.use(webhook(address()));
            alarms.part("camera", false, "unplugged");

            await().untilAsserted(() -> assertThat(received).hasSize(1));
            assertThat(received.getFirst()).contains("unplugged");
        }
    }

    @Test
    void whatWaitsForAReceiverThatCannotBeReachedGoesToTheOneThatTakesItsPlace() throws IOException {
        try (Alarms alarms = Alarms.of(webhook("http://127.0.0.1:9/"))) {
            alarms.part("camera", false, "unplugged");
            assertThat(alarms.status()).extracting(SenderStatus::waiting).containsExactly(1);

            alarms.use(webhook(address()));

            await().untilAsserted(() -> assertThat(received).hasSize(1));
        }
    }

    @Test
    void aReceiverThatCannotBeOneLeavesTheOldOnesInForce() throws IOException {
        try (Alarms alarms = Alarms.of(webhook(address()))) {
            LintelConfig withoutSecret = config("lintel.alarm.webhook.url=https://example.org/");
            assertThatThrownBy(() -> alarms.use(withoutSecret)).isInstanceOf(SettingsException.class);

            alarms.part("camera", false, "unplugged");
            await().untilAsserted(() -> assertThat(received).hasSize(1));
        }
    }
}
