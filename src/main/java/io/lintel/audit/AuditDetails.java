package io.lintel.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A flat JSON object, built key by key in reading order. Not thread-safe. */
public final class AuditDetails {

    private static final ObjectReader READER = new ObjectMapper().reader();

    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    public AuditDetails put(String key, @Nullable String value) {
        object.put(key, value);
        return this;
    }

    public AuditDetails put(String key, long value) {
        object.put(key, value);
        return this;
    }

    public AuditDetails put(String key, boolean value) {
        object.put(key, value);
        return this;
    }

    /** A number; JSON has none that is infinite or undefined, so these become null. */
    public AuditDetails put(String key, double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.putNull(key);
        }
        return this;
    }

    static Optional<String> text(String json, String key) {
        JsonNode value = value(json, key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static OptionalDouble decimal(String json, String key) {
        JsonNode value = value(json, key);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    static double[] decimals(String json, String... keys) {
        JsonNode object = object(json);
        double[] values = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            JsonNode value = object.path(keys[i]);
            values[i] = value.isNumber() ? value.doubleValue() : Double.NaN;
        }
        return values;
    }

    private static JsonNode value(String json, String key) {
        return object(json).path(key);
    }

    private static JsonNode object(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a row that somebody else wrote
        }
    }

    public String json() {
        return object.toString();
    }
}
