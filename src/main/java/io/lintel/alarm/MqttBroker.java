package io.lintel.alarm;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * Publishes notices to an MQTT 3.1.1 broker with QoS 1: {@code <topic>/event} each, {@code <topic>/state} the last one, retained, and
 * {@code <topic>/available} "online" or, as the broker's last will, "offline".
 */
public final class MqttBroker implements Transport {

    private static final int AT_LEAST_ONCE = 1;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final MqttSettings settings;
    private @Nullable MqttClient client;

    public MqttBroker(MqttSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mqtt " + settings.broker().getHost();
    }

    @Override
    public void deliver(Notice notice) {
        try {
            MqttClient connected = connected();
            byte[] json = notice.json().getBytes(StandardCharsets.UTF_8);
            connected.publish(settings.topic() + "/event", json, AT_LEAST_ONCE, false);
            connected.publish(settings.topic() + "/state", json, AT_LEAST_ONCE, true);
        } catch (MqttException failed) {
            throw lost(failed);
        }
    }

    /** Connects, so that "available" is true also when nothing happens. */
    @Override
    public void idle() {
        try {
            connected();
        } catch (MqttException failed) {
            throw lost(failed);
        }
    }

    @Override
    public void close() {
        MqttClient open = client;
        client = null;
        if (open == null) {
            return;
        }
        try {
            if (open.isConnected()) {
                available(open, "offline");
                open.disconnect(MqttSettings.TIMEOUT.toMillis() / 10);
            }
        } catch (MqttException gone) {
            // the broker's last will says the same
            System.getLogger(MqttBroker.class.getName())
                    .log(System.Logger.Level.DEBUG, "mqtt at stop: {0}", gone.getMessage());
        } finally {
            discard(open);
        }
    }

    private MqttClient connected() throws MqttException {
        MqttClient open = client;
        if (open != null && open.isConnected()) {
            return open;
        }
        if (open != null) {
            discard(open);
        }
        MqttClient fresh = new MqttClient(settings.broker().toString(), settings.clientId(), new MemoryPersistence());
        client = fresh;
        fresh.setTimeToWait(MqttSettings.TIMEOUT.toMillis());
        fresh.connect(options());
        available(fresh, "online");
        return fresh;
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setConnectionTimeout((int) MqttSettings.TIMEOUT.toSeconds());
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setWill(
                settings.topic() + "/available", "offline".getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, true);
        if (settings.user() != null) {
            options.setUserName(settings.user());
        }
        if (settings.password() != null) {
            options.setPassword(settings.password().toCharArray());
        }
        return options;
    }

    private void available(MqttClient open, String word) throws MqttException {
        byte[] payload = word.getBytes(StandardCharsets.UTF_8);
        open.publish(settings.topic() + "/available", payload, AT_LEAST_ONCE, true);
    }

    private DeliveryException lost(MqttException failed) {
        return DeliveryException.later(
                "the broker does not take it: " + failed, "check the address, the user and the password");
    }

    /** By force: an orderly close of a connection that is lost would wait for it. */
    private static void discard(MqttClient open) {
        try {
            open.disconnectForcibly(0, 1, false);
        } catch (MqttException gone) {
            System.getLogger(MqttBroker.class.getName())
                    .log(System.Logger.Level.DEBUG, "mqtt was gone already: {0}", gone.getMessage());
        }
        try {
            open.close(true);
        } catch (MqttException gone) {
            System.getLogger(MqttBroker.class.getName())
                    .log(System.Logger.Level.DEBUG, "mqtt client was closed already: {0}", gone.getMessage());
        }
    }
}
