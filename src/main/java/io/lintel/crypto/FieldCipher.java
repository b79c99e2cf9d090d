package io.lintel.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens the fields of one person with their data key. A sealed field opens only for the person, the kind of field, the row and
 * the context that it was sealed for. Thread-safe.
 */
public final class FieldCipher {

    private static final byte[] NO_CONTEXT = {};
    private static final byte[] SEALING = "lintel.field.1".getBytes(StandardCharsets.US_ASCII);

    private final long person;
    private final SecretKey key;
    private final SecureRandom random;

    FieldCipher(long person, byte[] dataKey, SecureRandom random) {
        this.person = person;
        this.key = new SecretKeySpec(dataKey, "AES");
        this.random = random;
    }

    public byte[] seal(SealedField field, long row, byte[] plain) {
        return seal(field, row, NO_CONTEXT, plain);
    }

    /** @param context what else must be as it is now for the field to open, such as the row's columns in the clear */
    public byte[] seal(SealedField field, long row, byte[] context, byte[] plain) {
        return AesGcm.seal(key, associated(field, row, context), plain, random);
    }

    /** @throws SealException if that is not what was sealed for this row */
    public byte[] open(SealedField field, long row, byte[] sealed) {
        return open(field, row, NO_CONTEXT, sealed);
    }

    /** @throws SealException if that is not what was sealed for this row and context */
    public byte[] open(SealedField field, long row, byte[] context, byte[] sealed) {
        try {
            return AesGcm.open(key, associated(field, row, context), sealed);
        } catch (AEADBadTagException e) {
            throw new SealException(
                    "The stored " + field + " " + row + " of person " + person
                            + " was altered, or belongs to another row or an earlier state",
                    "restore the last backup, or remove the person and enrol them again; 'lintel audit verify' shows"
                            + " whether the log was altered too",
                    e);
        }
    }

    private byte[] associated(SealedField field, long row, byte[] context) {
        return ByteBuffer.allocate(SEALING.length + 1 + 2 * Long.BYTES + context.length)
                .put(SEALING)
                .put(field.code())
                .putLong(person)
                .putLong(row)
                .put(context)
                .array();
    }
}
