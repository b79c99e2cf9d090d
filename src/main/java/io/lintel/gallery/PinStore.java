package io.lintel.gallery;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of people's PINs in the database, sealed: without the box's key nobody can so much as begin to guess. Each method is one
 * transaction. Thread-safe.
 */
public final class PinStore {

    private final Database database;
    private final PersonRowStore persons;

    public PinStore(Database database, PersonKeyStore keys) {
        this.database = database;
        this.persons = new PersonRowStore(keys);
    }

    /** @throws GalleryException if there is no such person */
    public void put(PersonId person, String hash, Instant now) {
        database.write(sql -> {
            persons.write(sql, put(sql, persons.require(sql, person), hash, now.toEpochMilli()));
            return person;
        });
    }

    /** @return the person as their row must say it from now on */
    static SealedPerson put(Sql sql, SealedPerson person, String hash, long setAt) throws SQLException {
        long id = person.person().id().value();
        byte[] sealed = person.cipher().seal(SealedField.PIN, id, hash.getBytes(StandardCharsets.UTF_8));
        sql.update(
                "INSERT INTO person_pin (person, hash, set_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at",
                id,
                Base64.getEncoder().encodeToString(sealed),
                setAt);
        return person.with(person.secret().withPin(sealed));
    }

    /** @return whether there was one */
    public boolean remove(PersonId person) {
        return database.write(sql -> {
            if (sql.update("DELETE FROM person_pin WHERE person = ?", person.value()) == 0) {
                return false;
            }
            SealedPerson owner = persons.require(sql, person);
            persons.write(sql, owner.with(owner.secret().withPin(null)));
            return true;
        });
    }

    /**
     * Empty where the person has no PIN, or does not exist.
     *
     * @throws io.lintel.system.LintelException if the PIN is not the one that was set last, or was removed by hand
     */
    public Optional<String> hash(PersonId person) {
        return database.read(sql -> {
            Optional<String> stored = sql.first(
                    "SELECT hash FROM person_pin WHERE person = ?", row -> row.getString("hash"), person.value());
            if (stored.isEmpty() && persons.find(sql, person).isEmpty()) {
                return Optional.empty();
            }
            SealedPerson owner = persons.require(sql, person);
            byte @Nullable [] sealed = stored.map(PinStore::decoded).orElse(null);
            if (!owner.secret().hasPin(sealed)) {
                throw new GalleryException(
                        "The stored PIN of person " + person + " is not the one that was set last",
                        "set the PIN anew: lintel people pin " + person);
            }
            return sealed == null
                    ? Optional.empty()
                    : Optional.of(new String(
                            owner.cipher().open(SealedField.PIN, person.value(), sealed), StandardCharsets.UTF_8));
        });
    }

    private static byte[] decoded(String stored) {
        try {
            return Base64.getDecoder().decode(stored);
        } catch (IllegalArgumentException e) {
            return new byte[] {0}; // nothing that was ever sealed
        }
    }
}
