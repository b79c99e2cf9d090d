package io.lintel.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flat JSON object, built key by key in reading order. Not thread-safe. */
public final class AuditDetails {

    private final Map<String, String> jsonByKey = new LinkedHashMap<>();

    public AuditDetails put(String key, @Nullable String value) {
        jsonByKey.put(key, value == null ? "null" : JsonText.quote(value));
        return this;
    }

    public AuditDetails put(String key, long value) {
        jsonByKey.put(key, Long.toString(value));
        return this;
    }

    public AuditDetails put(String key, boolean value) {
        jsonByKey.put(key, Boolean.toString(value));
        return this;
    }

    /** A number; JSON has none that is infinite or undefined, so these become null. */
    public AuditDetails put(String key, double value) {
        jsonByKey.put(key, Double.isFinite(value) ? Double.toString(value) : "null");
        return this;
    }

    public String json() {
        StringBuilder json = new StringBuilder("{");
        jsonByKey.forEach((key, value) -> {
            json.append(json.length() == 1 ? "" : ",");
            json.append(JsonText.quote(key)).append(':').append(value);
        });
        return json.append('}').toString();
    }
}
