package io.lintel.crypto;

import io.lintel.storage.Database;
import io.lintel.storage.DatabaseCopy;
import io.lintel.storage.Sql;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of people, wrapped by the box's key. Methods that take a {@link Sql} work in the caller's transaction, so that a person and
 * their key are there together or not at all. Thread-safe.
 */
public final class PersonKeyStore {

    /** Whose key seals what belongs to nobody who is enrolled. */
    public static final long NOBODY = 0;

    /** Reads a wrapped key in the column {@code wrapped}, and which key of the box has wrapped it. */
    private static final String KEY_OF =
            "SELECT wrapped, (SELECT fingerprint FROM box_key) AS fingerprint FROM person_key WHERE person = ?";

    private final Database database;
    private final BoxKeyFiles files;
    private final SecureRandom random = new SecureRandom();
    private volatile BoxKeyFiles.@Nullable Found inForce;

    private PersonKeyStore(Database database, BoxKeyFiles files) {
        this.database = database;
        this.files = files;
    }

    /**
     * Finds the key that the database is sealed with; a database without one gets it.
     *
     * @throws BoxKeyException if the key is not there, or is another one
     */
    public static PersonKeyStore open(Database database, BoxKeyFiles files) {
        PersonKeyStore store = new PersonKeyStore(database, files);
        Optional<byte[]> known = database.read(PersonKeyStore::fingerprint);
        if (known.isEmpty()) {
            database.write(store::adopt);
        } else if (files.isNext(store.keyOf(known.get()).place())) {
            files.finishReplacement(); // which was interrupted
            store.inForce = files.require(known.get());
        }
        return store;
    }

    /**
     * The file of the key that a copy of a database is sealed with.
     *
     * @return empty for a database of an older Lintel, which is not sealed
     * @throws BoxKeyException if the key is not there
     */
    public static Optional<Path> keyFileOf(Path copy, BoxKeyFiles files) {
        try {
            return DatabaseCopy.read(
                            copy,
                            sql -> sql.number("SELECT count(*) FROM sqlite_schema WHERE name = 'box_key'") == 0
                                    ? Optional.<byte[]>empty()
                                    : fingerprint(sql))
                    .map(known -> files.require(known).place());
        } catch (SQLException e) {
            throw new BoxKeyException(copy + " cannot be read: " + e.getMessage(), "choose another copy", e);
        }
    }

    /** Makes the data key of a person who is being enrolled. */
    public FieldCipher make(Sql sql, long person) throws SQLException {
        byte[] dataKey = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(dataKey);
        sql.update(
                "INSERT INTO person_key (person, wrapped, tag) VALUES (?, ?, randomblob(16))",
                person,
                boxKey(sql).wrap(person, dataKey, random));
        return new FieldCipher(person, dataKey, random);
    }

    /** @throws SealException if the person has no key, or it cannot be unwrapped */
    public FieldCipher of(Sql sql, long person) throws SQLException {
        return sql.first(KEY_OF, row -> cipher(person, row.getBytes("wrapped"), row.getBytes("fingerprint")), person)
                .orElseThrow(() -> noKey(person));
    }

    /**
     * For many people in one query: as {@link #of}, of a wrapped key that the caller has read from {@code person_key} in the same
     * transaction as {@code fingerprint} from {@code box_key}.
     */
    public FieldCipher unwrapped(long person, byte @Nullable [] wrapped, byte[] fingerprint) {
        if (wrapped == null) {
            throw noKey(person);
        }
        return cipher(person, wrapped, fingerprint);
    }

    /** Which key of the box wraps all others. */
    public byte[] fingerprintInForce(Sql sql) throws SQLException {
        return fingerprint(sql).orElseThrow(() -> new SQLException("no key was adopted"));
    }

    /** Where the box's key was found. */
    public String place() {
        return database.read(sql -> keyOf(fingerprintInForce(sql)).place().toString());
    }

    /** The id of the box's key, which gives nothing of it away; hexadecimal. */
    public String keyId() {
        return database.read(sql -> BoxKey.show(fingerprintInForce(sql)));
    }

    /** Whether the key came from systemd, and so was there before this program began. */
    public boolean isCredential() {
        return database.read(sql -> keyOf(fingerprintInForce(sql)).isCredential());
    }

    private Object adopt(Sql sql) throws SQLException {
        Optional<byte[]> known = fingerprint(sql);
        if (known.isPresent()) {
            return keyOf(known.get()); // another process was faster
        }
        BoxKeyFiles.Found found = files.anyOrNew(random);
        sql.update(
                "INSERT INTO box_key (id, fingerprint) VALUES (1, ?)",
                found.key().id());
        inForce = found;
        make(sql, NOBODY);
        return found;
    }

    private FieldCipher cipher(long person, byte[] wrapped, byte[] fingerprint) {
        try {
            return new FieldCipher(person, keyOf(fingerprint).key().unwrap(person, wrapped), random);
        } catch (AEADBadTagException e) {
            throw new SealException(
                    "The key of person " + person + " was altered, or belongs to somebody else",
                    "restore the last backup, or remove the person and enrol them again",
                    e);
        }
    }

    private BoxKey boxKey(Sql sql) throws SQLException {
        return keyOf(fingerprintInForce(sql)).key();
    }

    /** Another process may have replaced it since. */
    private BoxKeyFiles.Found keyOf(byte[] fingerprint) {
        BoxKeyFiles.Found known = inForce;
        if (known == null || !known.key().hasId(fingerprint)) {
            known = files.require(fingerprint);
            inForce = known;
        }
        return known;
    }

    private static Optional<byte[]> fingerprint(Sql sql) throws SQLException {
        return sql.first("SELECT fingerprint FROM box_key", row -> row.getBytes(1));
    }

    private static SealException noKey(long person) {
        return new SealException(
                "Person " + person + " has no data key: somebody has deleted it",
                "remove the person and enrol them again, or restore the last backup");
    }

    /**
     * Replaces the box's key: a new one is made, wraps all data keys in one transaction, and takes the old one's place. Others may go on
     * reading and writing. Interrupted, it is finished by the next start or the next call.
     *
     * @return how many data keys were wrapped anew
     */
    public synchronized int rotate() {
        BoxKey next = files.nextKey(random);
        int wrapped = database.write(sql -> {
            BoxKey before = boxKey(sql);
            if (Arrays.equals(before.id(), next.id())) {
                return 0;
            }
            List<@Nullable Object[]> rows = new ArrayList<>();
            sql.each("SELECT person, wrapped FROM person_key", row -> {
                long person = row.getLong(1);
                rows.add(new Object[] {rewrap(person, row.getBytes(2), before, next), person});
                return true;
            });
            sql.updateAll("UPDATE person_key SET wrapped = ? WHERE person = ?", rows);
            sql.update("UPDATE box_key SET fingerprint = ?", next.id());
            return rows.size();
        });
        files.finishReplacement();
        database.emptyLog();
        return wrapped;
    }

    private byte[] rewrap(long person, byte[] wrapped, BoxKey before, BoxKey next) {
        try {
            return next.wrap(person, before.unwrap(person, wrapped), random);
        } catch (AEADBadTagException e) {
            throw new SealException(
                    "The key of person " + person + " was altered, so the box's key cannot be replaced",
                    "remove that person, or restore the last backup, and try again",
                    e);
        }
    }
}
