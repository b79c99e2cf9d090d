package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.door.Alarm;
import io.lintel.door.Cause;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorEventKind;
import io.lintel.door.DoorModes;
import io.lintel.door.DoorState;
import io.lintel.door.DoorView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorNoticesTest {

    private static final DoorView LOCKED = new DoorView(DoorState.LOCKED, false, false, DoorModes.NONE, Set.of());
    private static final DoorView UNLOCKED = new DoorView(DoorState.UNLOCKED, true, false, DoorModes.NONE, Set.of());
    private static final DoorView FORCED =
            new DoorView(DoorState.FORCED_OPEN, false, true, DoorModes.NONE, Set.of(Alarm.TAMPER, Alarm.FORCED_OPEN));

    @TempDir
    Path folder;

    @Test
    void anEventHasTheFormThatIsDocumented() {
        DoorEvent event = event(17, DoorEventKind.FORCED_OPEN, LOCKED, FORCED);

        assertThat(NotificationJson.of("front-door", event))
                .isEqualTo(
                        "{\"version\":1,\"device\":\"front-door\",\"source\":\"door\",\"sequence\":17,"
                                + "\"at\":\"2026-11-22T04:05:06.789Z\",\"event\":\"forced-open\",\"state\":\"forced-open\","
                                + "\"released\":false,\"leaf\":\"open\",\"mode\":\"normal\",\"cause\":\"door-sensor\","
                                + "\"causeDetail\":\"a \\\"quoted\\\" detail\",\"note\":\"\","
                                + "\"alarms\":[\"forced-open\",\"tamper\"],\"raised\":[\"forced-open\",\"tamper\"],\"ended\":[]}");
    }

    @Test
    void anIncidentHasTheFormThatIsDocumented() {
        Incident incident = new Incident(
                "access",
                "repeated-denials",
                Instant.parse("2026-11-22T04:05:06Z"),
                false,
                Map.of("tries", 5, "last", "unknown"));

        assertThat(NotificationJson.of("front-door", incident))
                .isEqualTo(
                        "{\"version\":1,\"device\":\"front-door\",\"source\":\"access\",\"at\":\"2026-11-22T04:05:06Z\","
                                + "\"event\":\"repeated-denials\",\"raises\":false,\"details\":{\"last\":\"unknown\",\"tries\":5}}");
    }

    @Test
    void onlyAlarmsGoOutUnlessEverythingIsWanted() {
        assertThat(told(NotificationScope.ALARMS)).containsExactly("forced-open", "closed", "maximum-enforced");
        assertThat(told(NotificationScope.EVERYTHING))
                .containsExactly("unlocked", "forced-open", "closed", "maximum-enforced");
    }

    private List<String> told(NotificationScope told) {
        List<String> kinds = Collections.synchronizedList(new ArrayList<>());
        List<DoorEvent> events = List.of(
                event(1, DoorEventKind.UNLOCKED, LOCKED, UNLOCKED),
                event(2, DoorEventKind.FORCED_OPEN, LOCKED, FORCED),
                event(3, DoorEventKind.CLOSED, FORCED, LOCKED),
                event(4, DoorEventKind.MAXIMUM_ENFORCED, LOCKED, LOCKED));
        try (NotificationSender outlet = new NotificationSender(new Collecting(kinds), folder, 10)) {
            DoorNotices notices = new DoorNotices("front-door", told, List.of(outlet));
            events.forEach(notices::onEvent);
            await().until(() -> outlet.status().waiting() == 0);
        }
        return kinds;
    }

    private static DoorEvent event(long sequence, DoorEventKind kind, DoorView before, DoorView after) {
        Cause cause = new Cause(Cause.Origin.DOOR_SENSOR, "a \"quoted\" detail");
        return new DoorEvent(sequence, Instant.parse("2026-11-22T04:05:06.789Z"), kind, before, after, cause, "");
    }

    private record Collecting(List<String> kinds) implements Transport {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public void deliver(Notification notice) {
            kinds.add(notice.json().replaceAll(".*\"event\":\"([^\"]*)\".*", "$1"));
        }

        @Override
        public void close() {}
    }
}
