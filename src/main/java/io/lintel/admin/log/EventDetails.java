package io.lintel.admin.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The details of one event, read from their JSON. Immutable. */
final class EventDetails {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode object;

    private EventDetails(JsonNode object) {
        this.object = object;
    }

    static EventDetails of(String json) {
        try {
            return new EventDetails(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // The table takes valid JSON only; a damaged row must not hide the others.
            return new EventDetails(JSON.createObjectNode().put("unreadable", json));
        }
    }

    /** Empty where there is none. */
    String text(String key) {
        JsonNode value = object.get(key);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isNumber() ? plain(value) : value.isValueNode() ? value.asText() : value.toString();
    }

    /** Without an exponent, which people who read a log do not know: 0.0001001, not 1.001E-4. */
    private static String plain(JsonNode number) {
        String written = number.asText();
        return written.indexOf('E') < 0
                ? written
                : new BigDecimal(written).stripTrailingZeros().toPlainString();
    }

    OptionalDouble number(String key) {
        JsonNode value = object.get(key);
        return value != null && value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    /** A moment by the site's clock; as it was written where it is none. */
    String time(String key, ZoneId zone) {
        String written = text(key);
        try {
            return SECONDS.format(Instant.parse(written).atZone(zone));
        } catch (DateTimeException e) {
            return written;
        }
    }

    boolean has(String key) {
        return object.hasNonNull(key);
    }

    /** All of them, in the order in which they were written. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(key -> all.put(key, text(key)));
        return all;
    }
}
