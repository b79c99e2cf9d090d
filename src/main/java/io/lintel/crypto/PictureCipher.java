package io.lintel.crypto;

import io.lintel.storage.Database;
import java.nio.ByteBuffer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Seals the pictures of decisions with the key of the person whom their row of the log is about: they cannot be opened from the moment on
 * when that person is deleted. Thread-safe.
 */
public final class PictureCipher {

    private final Database database;
    private final PersonKeyStore keys;
    private final LongFunction<@Nullable Long> personOf;

    /** @param personOf whom a row of the log is about; null for nobody who is enrolled */
    public PictureCipher(Database database, PersonKeyStore keys, LongFunction<@Nullable Long> personOf) {
        this.database = database;
        this.keys = keys;
        this.personOf = personOf;
    }

    /** @throws SealException if the person is gone */
    public byte[] seal(long row, byte[] picture) {
        Long person = personOf.apply(row);
        long owner = person == null ? PersonKeyStore.NOBODY : person;
        byte[] sealed = cipher(owner).seal(SealedField.PICTURE, row, picture);
        return ByteBuffer.allocate(Long.BYTES + sealed.length)
                .putLong(owner)
                .put(sealed)
                .array();
    }

    /** @throws SealException if the person is gone, or that is not the picture of this row */
    public byte[] open(long row, byte[] stored) {
        if (stored.length < Long.BYTES) {
            throw new SealException("The picture of row " + row + " is damaged", "delete it");
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        long owner = bytes.getLong();
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return cipher(owner).open(SealedField.PICTURE, row, sealed);
    }

    private FieldCipher cipher(long person) {
        return database.read(sql -> keys.of(sql, person));
    }
}
