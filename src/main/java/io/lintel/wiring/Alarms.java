package io.lintel.wiring;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.alarm.DoorNotices;
import io.lintel.alarm.Incident;
import io.lintel.alarm.NotificationSender;
import io.lintel.alarm.SenderStatus;
import io.lintel.alarm.Transport;
import io.lintel.config.LintelConfig;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is told outside of this box, and what: the receivers that the settings name now, fed by door, recognition, camera and database.
 * Thread-safe.
 */
final class Alarms implements AutoCloseable {

    /** All kinds of receivers. */
    static final List<AlarmReceiver> KINDS = List.of(new WebhookReceiver(), new MqttReceiver());

    private final Path queues;
    private volatile Receivers current;
    private @Nullable DoorEvent last;

    private record Receivers(List<NotificationSender> senders, DoorNotices notices) {}

    private Alarms(Path queues, AlarmSettings settings) {
        this.queues = queues;
        this.current = open(settings, transports(settings));
    }

    /** @throws io.lintel.config.SettingsException if a receiver is set that cannot be one, or its secret cannot be had */
    static Alarms of(LintelConfig config) {
        return new Alarms(config.data().folder().resolve("alarms"), AlarmSettings.of(config));
    }

    /**
     * Other receivers from now on; what waits for a kind of receiver goes to the new one.
     *
     * @throws io.lintel.config.SettingsException as {@link #of}; the old ones stay then
     */
    synchronized void use(LintelConfig config) {
        AlarmSettings settings = AlarmSettings.of(config);
        Map<String, Transport> transports = transports(settings);
        close();
        current = open(settings, transports);
        DoorEvent before = last;
        if (before != null) {
            current.notices().show(before);
        }
    }

    private static Map<String, Transport> transports(AlarmSettings settings) {
        Map<String, Transport> transports = new LinkedHashMap<>();
        settings.receivers().forEach((name, receiver) -> transports.put(name, receiver.get()));
        return transports;
    }

    private Receivers open(AlarmSettings settings, Map<String, Transport> transports) {
        List<NotificationSender> senders = new ArrayList<>();
        transports.forEach((name, transport) ->
                senders.add(new NotificationSender(transport, queues.resolve(name), settings.queueLimit())));
        return new Receivers(List.copyOf(senders), new DoorNotices(settings.device(), settings.scope(), senders));
    }

    /** Never while the receivers are exchanged: what is put into an old queue then would lie there until the next start. */
    private synchronized void tell(Incident incident) {
        current.notices().tell(incident);
    }

    private synchronized void tell(DoorEvent event) {
        last = event;
        current.notices().onEvent(event);
    }

    /** For the door: its own events. */
    DoorListener door() {
        return this::tell;
    }

    /** For recognition: what one decision does not show. */
    Consumer<AccessEvent> access() {
        return event -> {
            if (event instanceof AccessEvent.Alarmed(AccessAlarm alarm, Instant at)) {
                tell(new Incident("access", alarm.code(), at, false, details(alarm)));
            }
        };
    }

    /** A part of the box that ceased to work, or works again. */
    void part(String source, boolean works, String why) {
        String event = source + (works ? "-back" : "-lost");
        tell(new Incident(source, event, Instant.now(), !works, Map.of("why", why)));
    }

    /** Means nothing but that it has arrived. */
    void test(String actor) {
        tell(new Incident("test", "test", Instant.now(), false, Map.of("by", actor)));
    }

    List<SenderStatus> status() {
        return senders().stream().map(NotificationSender::status).toList();
    }

    List<NotificationSender> senders() {
        return current.senders();
    }

    @Override
    public void close() {
        senders().forEach(NotificationSender::close);
    }

    private static Map<String, Object> details(AccessAlarm alarm) {
        return switch (alarm) {
            case AccessAlarm.RepeatedDenials(long track, int tries, var last) ->
                Map.of("track", track, "tries", tries, "last", last.code());
            case AccessAlarm.RepeatedSpoofs(int attacks) -> Map.of("attacks", attacks);
        };
    }
}
