package io.lintel.alarm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.door.Alarm;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorView;
import io.lintel.system.Kebab;
import java.util.Set;
import java.util.TreeMap;

/** A door's event, or an incident, as one JSON object; {@code docs/EVENTS.md} describes it. Holds no name and no picture. */
final class NotificationJson {

    /** Grows when a field changes its meaning or goes; new fields may come at any time. */
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private NotificationJson() {}

    static String of(String device, DoorEvent event) {
        DoorView after = event.after();
        ObjectNode json = JSON.createObjectNode()
                .put("version", VERSION)
                .put("device", device)
                .put("source", "door")
                .put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("event", Kebab.of(event.kind()))
                .put("state", Kebab.of(after.state()))
                .put("released", after.released())
                .put("leaf", after.leafOpen() ? "open" : "closed")
                .put("mode", Kebab.of(after.mode()))
                .put("cause", Kebab.of(event.cause().origin()))
                .put("causeDetail", event.cause().detail())
                .put("note", event.note());
        json.set("alarms", words(after.alarms()));
        json.set("raised", words(event.raised()));
        json.set("ended", words(event.ended()));
        return json.toString();
    }

    static String of(String device, Incident incident) {
        ObjectNode json = JSON.createObjectNode()
                .put("version", VERSION)
                .put("device", device)
                .put("source", incident.source())
                .put("at", incident.at().toString())
                .put("event", incident.event())
                .put("raises", incident.raises());
        json.set("details", JSON.valueToTree(new TreeMap<>(incident.details())));
        return json.toString();
    }

    private static ArrayNode words(Set<Alarm> alarms) {
        ArrayNode words = JSON.createArrayNode();
        alarms.stream().sorted().map(Kebab::of).forEach(words::add);
        return words;
    }
}
