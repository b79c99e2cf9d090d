package io.lintel.alarm;

import io.lintel.system.MonotonicClock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * Publishes notices to an MQTT 3.1.1 broker with QoS 1: {@code <topic>/event} each; retained {@code <topic>/state}, the
 * door's own state and nothing else, after each change and each connection; and retained {@code <topic>/available}, "online" or, as
 * the broker's last will, "offline"; and what {@link HomeAssistantDiscovery} says, where that is set.
 */
public final class MqttBroker implements Transport {

    private static final int AT_LEAST_ONCE = 1;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final MqttSettings settings;
    private final ConnectionStability stability;
    private final Optional<SSLContext> tls;
    private final Optional<HomeAssistantDiscovery> discovery;
    private @Nullable MqttClient client;
    private volatile String state = "";
    private String shownState = "";
    private volatile String warning = "";

    public MqttBroker(MqttSettings settings) {
        this(settings, Optional.empty());
    }

    /** @param discovery told at each connection; empty where nobody listens for it */
    public MqttBroker(MqttSettings settings, Optional<HomeAssistantDiscovery> discovery) {
        this(settings, discovery, MonotonicClock.SYSTEM);
    }

    MqttBroker(MqttSettings settings, Optional<HomeAssistantDiscovery> discovery, MonotonicClock clock) {
        this.settings = settings;
        this.discovery = discovery;
        this.stability = new ConnectionStability(clock);
        this.tls = settings.tls().context();
    }

    @Override
    public void doorState(String json) {
        state = json;
    }

    @Override
    public String warning() {
        return warning;
    }

    @Override
    public String name() {
        return "mqtt " + settings.broker().getHost();
    }

    @Override
    public void deliver(Notification notice) {
        try {
            MqttClient connected = connected();
            byte[] json = notice.json().getBytes(StandardCharsets.UTF_8);
            connected.publish(settings.topic() + "/event", json, AT_LEAST_ONCE, false);
            showState(connected);
        } catch (MqttException failed) {
            throw lost(failed);
        }
    }

    /** Connects, so that "available" is true also when nothing happens. */
    @Override
    public void idle() {
        try {
            showState(connected());
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
            judgeStability();
            return open;
        }
        if (open != null) {
            client = null;
            discard(open);
            stability.lost();
            judgeStability();
        }
        MqttClient fresh = new MqttClient(settings.broker().toString(), settings.clientId(), new MemoryPersistence());
        fresh.setTimeToWait(MqttSettings.TIMEOUT.toMillis());
        try {
            fresh.connect(options());
        } catch (MqttException refused) {
            discard(fresh);
            throw refused;
        }
        client = fresh;
        stability.opened();
        available(fresh, "online");
        describe(fresh);
        shownState = "";
        showState(fresh);
        return fresh;
    }

    private void describe(MqttClient open) throws MqttException {
        if (discovery.isPresent()) {
            for (Map.Entry<String, String> message :
                    discovery.get().messages(settings).entrySet()) {
                open.publish(
                        message.getKey(), message.getValue().getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, true);
            }
        }
    }

    private void showState(MqttClient open) throws MqttException {
        String now = state;
        if (!now.equals(shownState)) {
            open.publish(settings.topic() + "/state", now.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, true);
            shownState = now;
        }
    }

    private void judgeStability() {
        boolean before = !warning.isEmpty();
        warning = stability.isUnstable()
                ? "the broker ends the connection again and again: another client uses the name " + settings.clientId()
                : "";
        if (!before && !warning.isEmpty()) {
            System.getLogger(MqttBroker.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "alarm outlet={0}: {1}; set lintel.alarm.mqtt.client-id",
                            name(),
                            warning);
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        tls.ifPresent(context -> options.setSocketFactory(context.getSocketFactory()));
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
