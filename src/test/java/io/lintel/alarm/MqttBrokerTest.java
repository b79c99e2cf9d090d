package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Mosquitto. */
class MqttBrokerTest {

    @TempDir
    Path folder;

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private Mosquitto mosquitto;
    private MqttBroker outlet;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        mosquitto = new Mosquitto(folder);
        outlet = new MqttBroker(settings(Mosquitto.PASSWORD));
    }

    @AfterEach
    void stop() {
        if (outlet != null) {
            outlet.close();
            mosquitto.close();
        }
    }

    @Test
    void publishesTheEventTheRetainedStateAndThatItIsThere() throws MqttException {
        try (MqttClient subscriber = subscriber("a")) {
            outlet.doorState("{\"state\":\"forced-open\"}");
            outlet.deliver(new Notification("1", "{\"state\":\"forced-open\"}"));

            await().untilAsserted(() -> assertThat(seen)
                    .containsEntry("lintel/front-door/event", "{\"state\":\"forced-open\"}")
                    .containsEntry("lintel/front-door/state", "{\"state\":\"forced-open\"}")
                    .containsEntry("lintel/front-door/available", "online"));
            subscriber.disconnect();
        }
        seen.clear();
        try (MqttClient late = subscriber("b")) {
            await().untilAsserted(() -> assertThat(seen)
                    .containsEntry("lintel/front-door/state", "{\"state\":\"forced-open\"}")
                    .containsEntry("lintel/front-door/available", "online")
                    .doesNotContainKey("lintel/front-door/event"));
            late.disconnect();
        }
    }

    @Test
    void homeAssistantIsToldWhichTopicsTheDoorHasAndCanGiveNoOrder() throws MqttException {
        MqttSettings settings = settings(Mosquitto.PASSWORD);
        outlet.close();
        outlet = new MqttBroker(settings, Optional.of(new HomeAssistantDiscovery("homeassistant", "Back door")));
        try (MqttClient subscriber = subscriber("a")) {
            subscriber.subscribe("homeassistant/#", 1, (topic, message) -> {
                seen.put(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
            });
            outlet.idle();

            String lock = "homeassistant/binary_sensor/" + settings.clientId() + "/lock/config";
            await().untilAsserted(() -> assertThat(seen)
                    .containsKey(lock)
                    .containsKey("homeassistant/sensor/" + settings.clientId() + "/mode/config"));
            assertThat(seen.get(lock))
                    .contains("\"state_topic\":\"lintel/front-door/state\"", "value_json.released", "Back door");
            assertThat(seen.values()).noneMatch(message -> message.contains("command_topic"));
            subscriber.disconnect();
        }
    }

    @Test
    void anIncidentLeavesTheStateTopicToTheDoor() throws MqttException {
        try (MqttClient subscriber = subscriber("a")) {
            outlet.doorState("{\"state\":\"locked\"}");
            outlet.deliver(new Notification("1", "{\"event\":\"camera-lost\"}"));
            await().untilAsserted(() -> assertThat(seen)
                    .containsEntry("lintel/front-door/event", "{\"event\":\"camera-lost\"}")
                    .containsEntry("lintel/front-door/state", "{\"state\":\"locked\"}"));
            subscriber.disconnect();
        }
    }

    @Test
    void theStateIsBackAfterABrokerThatForgotIt() throws IOException, InterruptedException, MqttException {
        outlet.doorState("{\"state\":\"locked\"}");
        outlet.idle();
        mosquitto.kill();
        mosquitto.restart();
        await().ignoreExceptions().untilAsserted(() -> {
            outlet.idle();
            try (MqttClient subscriber = subscriber("a")) {
                await().untilAsserted(() -> assertThat(seen)
                        .containsEntry("lintel/front-door/state", "{\"state\":\"locked\"}")
                        .containsEntry("lintel/front-door/available", "online"));
                subscriber.disconnect();
            }
        });
    }

    @Test
    void saysWhenAnotherClientOfItsNameThrowsItOutAgainAndAgain() {
        try (MqttBroker twin = new MqttBroker(settings(Mosquitto.PASSWORD))) {
            await().ignoreExceptions().untilAsserted(() -> {
                outlet.idle();
                twin.idle();
                assertThat(outlet.warning()).contains("another client uses the name lintel");
            });
        }
    }

    @Test
    void saysOfflineWhenItStops() throws MqttException {
        try (MqttClient subscriber = subscriber("a")) {
            outlet.idle();
            await().untilAsserted(() -> assertThat(seen).containsEntry("lintel/front-door/available", "online"));
            outlet.close();
            await().untilAsserted(() -> assertThat(seen).containsEntry("lintel/front-door/available", "offline"));
            subscriber.disconnect();
        }
    }

    @Test
    void comesBackAfterTheBrokerDoes() throws IOException, InterruptedException, MqttException {
        outlet.idle();
        mosquitto.kill();
        assertThatThrownBy(() -> outlet.deliver(new Notification("1", "{}"))).isInstanceOf(DeliveryException.class);
        mosquitto.restart();
        try (MqttClient subscriber = subscriber("a")) {
            outlet.deliver(new Notification("1", "{\"n\":1}"));
            await().untilAsserted(() -> assertThat(seen).containsEntry("lintel/front-door/event", "{\"n\":1}"));
            subscriber.disconnect();
        }
    }

    @Test
    void aWrongPasswordIsAFaultThatMayBeMended() {
        try (MqttBroker stranger = new MqttBroker(settings("guess"))) {
            assertThatThrownBy(stranger::idle)
                    .isInstanceOf(DeliveryException.class)
                    .satisfies(failure -> assertThat(((DeliveryException) failure).isHopeless())
                            .isFalse());
        }
    }

    private MqttSettings settings(String password) {
        return new MqttSettings(mosquitto.address(), "lintel/front-door", "lintel", Mosquitto.USER, password);
    }

    private MqttClient subscriber(String id) throws MqttException {
        MqttClient client = new MqttClient(mosquitto.address().toString(), id, new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(Mosquitto.USER);
        options.setPassword(Mosquitto.PASSWORD.toCharArray());
        client.connect(options);
        client.subscribe("lintel/#", 1, (topic, message) -> {
            seen.put(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
        });
        return client;
    }
}
