package io.lintel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a box's log, as the site sees it.
 *
 * @param box that it is of
 * @param row its number there
 * @param person the id that they have everywhere; null for nobody, and for somebody who was gone when the row was sent
 * @param details as JSON
 */
public record SiteLogRow(
        String box,
        long row,
        Instant at,
        String kind,
        @Nullable String person,
        @Nullable String reason,
        String actor,
        String details) {

    private static final ObjectReader READER = new ObjectMapper().reader();

    byte[] encode() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("row", row)
                .put("at", at.toEpochMilli())
                .put("kind", kind)
                .put("person", person)
                .put("reason", reason)
                .put("actor", actor)
                .put("details", details)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws LintelException if it is none that this Lintel understands */
    static SiteLogRow decode(String box, byte[] bytes) {
        try {
            JsonNode node = READER.readTree(bytes);
            return new SiteLogRow(
                    box,
                    node.path("row").asLong(),
                    Instant.ofEpochMilli(node.path("at").asLong()),
                    node.path("kind").asText(),
                    text(node.path("person")),
                    text(node.path("reason")),
                    node.path("actor").asText(),
                    node.path("details").asText("{}"));
        } catch (IOException e) {
            throw new LintelException("A row of a box's log is not written as this Lintel knows it", "update this box");
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
