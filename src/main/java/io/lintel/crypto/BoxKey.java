package io.lintel.crypto;

import io.lintel.system.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of a box, 256 random bits. It wraps the data keys of people; a key derived from it authenticates what this box has noted. Immutable. */
final class BoxKey {

    private static final String FORM = "lintel-box-key-1:";
    private static final byte[] WRAPPING = "lintel.person-key.1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NAMING = "lintel.box-key.id.1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTING = "lintel.note-key.1".getBytes(StandardCharsets.US_ASCII);
    private static final String MAC = "HmacSHA256";
    private static final int ID_BYTES = 8;

    private final byte[] secret;
    private final SecretKey key;

    private BoxKey(byte[] secret) {
        this.secret = secret;
        this.key = new SecretKeySpec(secret, "AES");
    }

    static BoxKey make(SecureRandom random) {
        byte[] secret = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(secret);
        return new BoxKey(secret);
    }

    /** Empty when the text is no key. */
    static Optional<BoxKey> parse(String text) {
        String line = text.strip();
        if (!line.startsWith(FORM)) {
            return Optional.empty();
        }
        try {
            byte[] secret = Base64.getDecoder().decode(line.substring(FORM.length()));
            return secret.length == AesGcm.KEY_BYTES ? Optional.of(new BoxKey(secret)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One line, as key files hold it. */
    String text() {
        return FORM + Base64.getEncoder().encodeToString(secret) + "\n";
    }

    /** Names the key and gives nothing of it away. */
    byte[] id() {
        var digest = Sha256.digest();
        digest.update(NAMING);
        return Arrays.copyOf(digest.digest(secret), ID_BYTES);
    }

    /** Authenticates a note of this box. */
    byte[] mac(byte[] note) {
        return mac(mac(secret, NOTING), note);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + MAC, e);
        }
    }

    boolean hasId(byte[] id) {
        return Arrays.equals(id(), id);
    }

    static String show(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    byte[] wrap(long person, byte[] dataKey, SecureRandom random) {
        return AesGcm.seal(key, associated(person), dataKey, random);
    }

    /** @throws AEADBadTagException if this key has not wrapped it for this person */
    byte[] unwrap(long person, byte[] wrapped) throws AEADBadTagException {
        return AesGcm.open(key, associated(person), wrapped);
    }

    private static byte[] associated(long person) {
        return ByteBuffer.allocate(WRAPPING.length + Long.BYTES)
                .put(WRAPPING)
                .putLong(person)
                .array();
    }
}
