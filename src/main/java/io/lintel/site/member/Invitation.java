package io.lintel.site.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.site.SiteKey;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * What a box needs to ask to be let into a site, as one line of text. It lets its holder ask once; nothing else of the site can be read with it. What is said
 * while joining is sealed with a key that only the two know who have the line: the server sees the public half of the seed.
 *
 * @param servers addresses such as {@code tls://nats.example.org:4222}
 * @param authority certificate of the authority that vouches for the servers, PEM
 * @param token what lets its holder connect, for as long as it is valid
 * @param seed of the key that it is for
 */
public record Invitation(List<String> servers, String authority, String token, String seed) {

    private static final String FORM = "lintel-site-1.";
    private static final byte[] SEALING = "lintel.site.join.1".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectReader READER = new ObjectMapper().reader();

    public Invitation {
        servers = List.copyOf(servers);
    }

    /** What it is called: the public key of its seed. */
    String id() {
        return SiteAuthority.publicKey(seed);
    }

    static String subject(String id) {
        return "lintel.join." + id;
    }

    static String inboxOfJoiner(String id) {
        return "lintel.joined." + id;
    }

    /** Seals what is said while joining. */
    SiteKey sealing() {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(seed.getBytes(StandardCharsets.US_ASCII), null, SEALING));
        byte[] secret = new byte[SiteKey.BYTES];
        generator.generateBytes(secret, 0, secret.length);
        return SiteKey.of(0, secret);
    }

    public String code() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("authority", authority)
                .put("token", token)
                .put("seed", seed);
        servers.forEach(json.putArray("servers")::add);
        return FORM
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws LintelException if it is no such code, or a part of one */
    public static Invitation of(String code) {
        String text = code.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw unreadable();
        }
        try {
            JsonNode json = READER.readTree(Base64.getUrlDecoder().decode(text.substring(FORM.length())));
            List<String> servers = new ArrayList<>();
            json.path("servers").forEach(server -> servers.add(server.asText()));
            Invitation read = new Invitation(
                    servers,
                    json.path("authority").asText(),
                    json.path("token").asText(),
                    json.path("seed").asText());
            if (servers.isEmpty() || read.id().isEmpty()) {
                throw unreadable();
            }
            return read;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw unreadable();
        }
    }

    private static LintelException unreadable() {
        return new LintelException(
                "That is no code of a site, or only a part of one",
                "copy the whole line that 'lintel site invite' has printed");
    }
}
