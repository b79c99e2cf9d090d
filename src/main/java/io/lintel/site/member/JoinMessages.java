package io.lintel.site.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.site.SiteKey;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What is said while a box joins, sealed with the invitation's key. */
final class JoinMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JoinMessages() {}

    /** @param box public key @param door what the box is called */
    record Request(String box, String door) {

        byte[] seal(Invitation invitation, SecureRandom random) {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("box", box).put("door", door);
            return JoinMessages.seal(invitation, Invitation.subject(invitation.id()), json, random);
        }

        /** @throws LintelException if it was not sealed by who has the invitation */
        static Request open(Invitation invitation, byte[] sealed) {
            JsonNode json = JoinMessages.open(invitation, Invitation.subject(invitation.id()), sealed);
            return new Request(json.path("box").asText(), json.path("door").asText());
        }
    }

    /** @param refusal why not; empty if the box is in */
    record Answer(String refusal, String site, String token, List<SiteKey> keys) {

        static Answer refused(String why) {
            return new Answer(why, "", "", List.of());
        }

        byte[] seal(Invitation invitation, SecureRandom random) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("refusal", refusal)
                    .put("site", site)
                    .put("token", token);
            ArrayNode all = json.putArray("keys");
            for (SiteKey key : keys) {
                all.addObject()
                        .put("number", key.number())
                        .put(
                                "secret",
                                Base64.getEncoder().encodeToString(key.secret().getEncoded()));
            }
            return JoinMessages.seal(invitation, Invitation.inboxOfJoiner(invitation.id()), json, random);
        }

        static Answer open(Invitation invitation, byte[] sealed) {
            JsonNode json = JoinMessages.open(invitation, Invitation.inboxOfJoiner(invitation.id()), sealed);
            List<SiteKey> keys = new ArrayList<>();
            json.path("keys")
                    .forEach(key -> keys.add(SiteKey.of(
                            key.path("number").asInt(),
                            Base64.getDecoder().decode(key.path("secret").asText()))));
            return new Answer(
                    json.path("refusal").asText(),
                    json.path("site").asText(),
                    json.path("token").asText(),
                    keys);
        }
    }

    private static byte[] seal(Invitation invitation, String subject, ObjectNode json, SecureRandom random) {
        return invitation.sealing().seal(subject, json.toString().getBytes(StandardCharsets.UTF_8), random);
    }

    private static JsonNode open(Invitation invitation, String subject, byte[] sealed) {
        try {
            return JSON.readTree(invitation.sealing().open(subject, sealed));
        } catch (IOException e) {
            throw new LintelException("What was said while joining cannot be read", "update both boxes");
        }
    }
}
