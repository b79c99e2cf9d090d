package io.lintel.wiring;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.alarm.DoorNotices;
import io.lintel.alarm.Incident;
import io.lintel.alarm.MqttBroker;
import io.lintel.alarm.MqttSettings;
import io.lintel.alarm.Outlet;
import io.lintel.alarm.OutletStatus;
import io.lintel.alarm.Told;
import io.lintel.alarm.Webhook;
import io.lintel.config.LintelConfig;
import io.lintel.door.DoorListener;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is told outside of this box, and what: the receivers that the settings name, fed by door, recognition, camera and database. */
final class Alarms implements AutoCloseable {

    private final List<Outlet> outlets;
    private final DoorNotices notices;

    private Alarms(String device, Told told, List<Outlet> outlets) {
        this.outlets = List.copyOf(outlets);
        this.notices = new DoorNotices(device, told, outlets);
    }

    /** @throws io.lintel.config.SettingsException if a receiver is set that cannot be one, or its secret cannot be had */
    static Alarms of(LintelConfig config) {
        AlarmSettings settings = AlarmSettings.of(config);
        Path queues = config.data().folder().resolve("alarms");
        int limit = settings.queueLimit();
        List<Outlet> outlets = new ArrayList<>();
        settings.webhook()
                .ifPresent(webhook -> outlets.add(
                        new Outlet(new Webhook(webhook, InstantSource.system()), queues.resolve("webhook"), limit)));
        Optional<MqttSettings> mqtt = settings.mqtt();
        mqtt.ifPresent(broker -> outlets.add(new Outlet(new MqttBroker(broker), queues.resolve("mqtt"), limit)));
        return new Alarms(settings.device(), settings.told(), outlets);
    }

    /** For the door: its own events. */
    DoorListener door() {
        return notices;
    }

    /** For recognition: what one decision does not show. */
    Consumer<AccessEvent> access() {
        return event -> {
            if (event instanceof AccessEvent.Alarmed(AccessAlarm alarm, Instant at)) {
                notices.tell(new Incident("access", alarm.code(), at, false, details(alarm)));
            }
        };
    }

    /** A part of the box that ceased to work, or works again. */
    void part(String source, boolean works, String why) {
        String event = source + (works ? "-back" : "-lost");
        notices.tell(new Incident(source, event, Instant.now(), !works, Map.of("why", why)));
    }

    List<OutletStatus> status() {
        return outlets.stream().map(Outlet::status).toList();
    }

    List<Outlet> outlets() {
        return outlets;
    }

    @Override
    public void close() {
        outlets.forEach(Outlet::close);
    }

    private static Map<String, Object> details(AccessAlarm alarm) {
        return switch (alarm) {
            case AccessAlarm.RepeatedDenials(long track, int tries, var last) ->
                Map.of("track", track, "tries", tries, "last", last.code());
            case AccessAlarm.RepeatedSpoofs(int attacks) -> Map.of("attacks", attacks);
        };
    }
}
