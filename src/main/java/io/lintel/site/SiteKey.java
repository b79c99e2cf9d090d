package io.lintel.site;

import io.lintel.system.LintelException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the site, 256 random bits with a number that rises: seals what boxes tell each other through a server that shall not read it. A sealed
 * message is a byte 1, the key's number (4 bytes), a nonce (12 bytes), and AES-256-GCM's ciphertext with its tag; it opens only under
 * the subject that it was sealed for. Immutable.
 */
public record SiteKey(int number, SecretKey secret) {

    public static final int BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    /** @param secret {@value #BYTES} random bytes */
    public static SiteKey of(int number, byte[] secret) {
        return new SiteKey(number, new SecretKeySpec(secret, "AES"));
    }

    public static SiteKey make(int number, SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return of(number, secret);
    }

    /** Which key a message is sealed with. @throws LintelException if it is no sealed message */
    public static int numberOf(byte[] sealed) {
        if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new LintelException("A message of the site is not sealed as this Lintel knows it", "update this box");
        }
        return ByteBuffer.wrap(sealed).getInt(1);
    }

    public byte[] seal(String subject, byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] box = cipher(Cipher.ENCRYPT_MODE, nonce, subject).doFinal(plain);
            return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + box.length)
                    .put(VERSION)
                    .putInt(number)
                    .put(nonce)
                    .put(box)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws LintelException if that is not what this key has sealed for this subject */
    public byte[] open(String subject, byte[] sealed) {
        numberOf(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, HEADER_BYTES, nonce, 0, NONCE_BYTES);
        int start = HEADER_BYTES + NONCE_BYTES;
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, subject).doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new LintelException(
                    "A message of the site (" + subject + ") was altered, or sealed with another key",
                    "see 'lintel site status'");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String subject) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(HEADER_BYTES).put(VERSION).putInt(number).array());
        cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
