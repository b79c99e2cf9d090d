package io.lintel.site.member;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nats.client.NKey;
import io.nats.client.support.JwtUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who decides which boxes may connect: the keys of NATS's decentralised authentication (https://docs.nats.io/running-a-nats-service/configuration/securing_nats/jwt). The
 * operator vouches for the site's account and for the system account, the account for its boxes; the server only has to know the operator. Only the box that
 * made the site has these keys. Immutable.
 *
 * @param operator seed
 * @param account seed
 * @param system seed of the system account, through which the servers are told who was expelled
 */
public record SiteAuthority(String operator, String account, String system) {

    private static final int UNLIMITED = -1;

    public static SiteAuthority make(SecureRandom random) {
        try {
            return new SiteAuthority(
                    seed(NKey.createOperator(random)),
                    seed(NKey.createAccount(random)),
                    seed(NKey.createAccount(random)));
        } catch (IOException | GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** A key pair for a box. @return its seed */
    public static String makeBox(SecureRandom random) {
        try {
            return seed(NKey.createUser(random));
        } catch (IOException | GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** The public key of a seed: what an operator, an account or a box is called. */
    public static String publicKey(String seed) {
        try {
            return new String(key(seed).getPublicKey());
        } catch (IOException | GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** @param site for people */
    String operatorToken(String site) {
        ObjectNode claim = claim("operator").put("system_account", publicKey(system));
        return token(operator, publicKey(operator), site, null, claim);
    }

    /** @param revoked the boxes that were expelled, with when */
    String accountToken(String site, Map<String, Instant> revoked) {
        ObjectNode claim = claim("account");
        ObjectNode limits = limits(claim);
        limits.put("mem_storage", UNLIMITED)
                .put("disk_storage", UNLIMITED)
                .put("streams", UNLIMITED)
                .put("consumer", UNLIMITED);
        ObjectNode revocations = claim.putObject("revocations");
        revoked.forEach((box, when) -> revocations.put(box, when.getEpochSecond()));
        return token(operator, publicKey(account), site, null, claim);
    }

    String systemAccountToken() {
        ObjectNode claim = claim("account");
        limits(claim);
        return token(operator, publicKey(system), "SYS", null, claim);
    }

    /**
     * What lets a box connect.
     *
     * @param box public key
     * @param valid null: until it is expelled
     */
    String boxToken(String box, String name, BoxPermissions permissions, @Nullable Duration valid) {
        ObjectNode claim = claim("user");
        permissions.write(claim);
        claim.put("subs", UNLIMITED).put("data", UNLIMITED).put("payload", UNLIMITED);
        return token(account, box, name, valid, claim);
    }

    /** What lets the holder of the authority tell the servers something. @param user public key */
    String systemUserToken(String user) {
        ObjectNode claim = claim("user");
        claim.put("subs", UNLIMITED).put("data", UNLIMITED).put("payload", UNLIMITED);
        return token(system, user, "authority", Duration.ofHours(1), claim);
    }

    private static ObjectNode claim(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("version", 2);
    }

    private static ObjectNode limits(ObjectNode account) {
        return account.putObject("limits")
                .put("subs", UNLIMITED)
                .put("data", UNLIMITED)
                .put("payload", UNLIMITED)
                .put("imports", UNLIMITED)
                .put("exports", UNLIMITED)
                .put("wildcards", true)
                .put("conn", UNLIMITED)
                .put("leaf", UNLIMITED);
    }

    private static String token(
            String issuer, String subject, String name, @Nullable Duration valid, ObjectNode claim) {
        try {
            return JwtUtils.issueJWT(
                    key(issuer),
                    subject,
                    name,
                    valid,
                    JwtUtils.currentTimeSeconds(),
                    publicKey(issuer),
                    claim::toString);
        } catch (IOException | GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private static String seed(NKey key) {
        return new String(key.getSeed());
    }

    static NKey key(String seed) {
        return NKey.fromSeed(seed.toCharArray());
    }

    private static IllegalStateException impossible(Exception e) {
        return new IllegalStateException("every Java platform signs with Ed25519", e);
    }
}
