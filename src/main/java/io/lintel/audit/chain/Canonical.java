package io.lintel.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that can be read in one way only: numbers are eight bytes, the highest first; what varies in length has its
 * length before it. Nothing here may change: old rows could not be verified any more. Not thread-safe.
 */
final class Canonical {

    private final MessageDigest digest;

    private Canonical(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** @param purpose keeps bytes that were hashed for one purpose from being taken for another's */
    static Canonical sha256(String purpose) {
        return new Canonical("SHA-256").ascii(purpose);
    }

    static Canonical sha512(String purpose) {
        return new Canonical("SHA-512").ascii(purpose);
    }

    private Canonical ascii(String text) {
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Canonical bytes(byte[] value) {
        digest.update(value);
        return this;
    }

    Canonical bytes(byte[] value, int offset, int length) {
        digest.update(value, offset, length);
        return this;
    }

    Canonical octet(int value) {
        digest.update((byte) value);
        return this;
    }

    Canonical number(long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    /** A value of the database: a byte for its type, then the value. */
    Canonical value(@Nullable Object value) {
        switch (value) {
            case null -> octet(0);
            case Number whole
            when whole instanceof Long || whole instanceof Integer -> octet(1).number(whole.longValue());
            case String text -> octet(2).withLength(text.getBytes(StandardCharsets.UTF_8));
            case byte[] blob -> octet(3).withLength(blob);
            case Double real -> octet(4).number(Double.doubleToRawLongBits(real));
            default -> throw new IllegalArgumentException("no value of SQLite: " + value.getClass());
        }
        return this;
    }

    private void withLength(byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        digest.update(value);
    }

    byte[] hash() {
        return digest.digest();
    }
}
