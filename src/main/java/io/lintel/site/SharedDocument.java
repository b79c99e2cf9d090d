package io.lintel.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A document as the boxes of a site exchange it.
 *
 * @param by name of the box that wrote it
 * @param version counts the changes of what it is about
 * @param content what it says; the same content is the same text
 */
record SharedDocument(String by, long version, String content) {

    private static final ObjectReader READER = new ObjectMapper().reader();

    /** @throws LintelException if it is none that this Lintel understands */
    static SharedDocument decode(byte[] bytes) {
        try {
            JsonNode node = READER.readTree(bytes);
            if (!node.path("content").isObject()) {
                throw unknown();
            }
            return new SharedDocument(
                    node.path("by").asText(),
                    node.path("version").asLong(),
                    node.get("content").toString());
        } catch (IOException e) {
            throw unknown();
        }
    }

    byte[] encode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("by", by).put("version", version);
        node.set("content", json());
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return READER.readTree(content);
        } catch (JsonProcessingException e) {
            throw unknown();
        }
    }

    String digest() {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static LintelException unknown() {
        return new LintelException("A document of the site is not written as this Lintel knows it", "update this box");
    }
}
