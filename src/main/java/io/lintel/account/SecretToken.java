package io.lintel.account;

import io.lintel.system.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits as text, handed out once; only their SHA-256 is stored. A fast hash is enough here: unlike a password, the
 * secret has too much entropy to be guessed, and looking it up by its hash leaks nothing through timing.
 */
public record SecretToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param prefix marks what the token is for, so that scanners find leaked ones; may be empty */
    static SecretToken random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored in place of the secret, 32 bytes. */
    byte[] fingerprint() {
        return Sha256.digest().digest(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secret: it would end up in a log. */
    @Override
    public String toString() {
        return "SecretToken[…]";
    }
}
