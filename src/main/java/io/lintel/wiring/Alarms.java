package io.lintel.wiring;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.alarm.DoorNotices;
import io.lintel.alarm.Incident;
import io.lintel.alarm.NotificationScope;
import io.lintel.alarm.NotificationSender;
import io.lintel.alarm.SenderStatus;
import io.lintel.config.LintelConfig;
import io.lintel.door.DoorListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who is told outside of this box, and what: the receivers that the settings name, fed by door, recognition, camera and database. */
final class Alarms implements AutoCloseable {

    /** All kinds of receivers. */
    static final List<AlarmReceiver> KINDS = List.of(new WebhookReceiver(), new MqttReceiver());

    private final List<NotificationSender> senders;
    private final DoorNotices notices;

    private Alarms(String device, NotificationScope scope, List<NotificationSender> senders) {
        this.senders = List.copyOf(senders);
        this.notices = new DoorNotices(device, scope, senders);
    }

    /** @throws io.lintel.config.SettingsException if a receiver is set that cannot be one, or its secret cannot be had */
    static Alarms of(LintelConfig config) {
        AlarmSettings settings = AlarmSettings.of(config);
        Path queues = config.data().folder().resolve("alarms");
        int limit = settings.queueLimit();
        List<NotificationSender> senders = new ArrayList<>();
        settings.receivers()
                .forEach((name, receiver) ->
                        senders.add(new NotificationSender(receiver.get(), queues.resolve(name), limit)));
        return new Alarms(settings.device(), settings.scope(), senders);
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

    /** Means nothing but that it has arrived. */
    void test(String actor) {
        notices.tell(new Incident("test", "test", Instant.now(), false, Map.of("by", actor)));
    }

    List<SenderStatus> status() {
        return senders.stream().map(NotificationSender::status).toList();
    }

    List<NotificationSender> senders() {
        return senders;
    }

    @Override
    public void close() {
        senders.forEach(NotificationSender::close);
    }

    private static Map<String, Object> details(AccessAlarm alarm) {
        return switch (alarm) {
            case AccessAlarm.RepeatedDenials(long track, int tries, var last) ->
                Map.of("track", track, "tries", tries, "last", last.code());
            case AccessAlarm.RepeatedSpoofs(int attacks) -> Map.of("attacks", attacks);
        };
    }
}
