package io.lintel.alarm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.system.LintelException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells Home Assistant and what understands its MQTT discovery (https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery) which topics a door has:
 * lock, leaf, alarm and mode, to look at only. A lock to be operated is left out on purpose: an order by a broker would be nobody's in the
 * log. Immutable.
 *
 * @param prefix that the other side listens under, {@code homeassistant} there
 * @param device what this box is called
 */
public record HomeAssistantDiscovery(String prefix, String device) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Checks the prefix; throws a {@link LintelException} naming the setting. */
    public HomeAssistantDiscovery {
        if (!prefix.matches("[^+#/\\x00]+(/[^+#/\\x00]+)*")) {
            throw new LintelException(
                    "lintel.alarm.mqtt.discovery '" + prefix + "' cannot be published to", "write homeassistant");
        }
    }

    /** What is to be published, retained, by topic. */
    Map<String, String> messages(MqttSettings settings) {
        Map<String, String> messages = new TreeMap<>();
        binary(messages, settings, "lock", "Lock", "lock", "value_json.released");
        binary(messages, settings, "leaf", "Door", "door", "value_json.leaf == 'open'");
        binary(messages, settings, "alarm", "Alarm", "problem", "value_json.alarms | length > 0");
        ObjectNode mode = entity(settings, "mode", "Mode").put("value_template", "{{ value_json.mode }}");
        messages.put(topic(settings, "sensor", "mode"), mode.toString());
        return messages;
    }

    private void binary(
            Map<String, String> messages, MqttSettings settings, String id, String name, String kind, String isOn) {
        ObjectNode entity = entity(settings, id, name)
                .put("device_class", kind)
                .put("value_template", "{{ 'ON' if " + isOn + " else 'OFF' }}");
        messages.put(topic(settings, "binary_sensor", id), entity.toString());
    }

    private ObjectNode entity(MqttSettings settings, String id, String name) {
        ObjectNode entity = JSON.createObjectNode()
                .put("name", name)
                .put("unique_id", settings.clientId() + "-" + id)
                .put("state_topic", settings.topic() + "/state")
                .put("availability_topic", settings.topic() + "/available");
        entity.putObject("device")
                .put("name", device)
                .put("manufacturer", "Lintel")
                .putArray("identifiers")
                .add(settings.clientId());
        return entity;
    }

    private String topic(MqttSettings settings, String component, String id) {
        return prefix + "/" + component + "/" + settings.clientId() + "/" + id + "/config";
    }
}
