package io.lintel.gallery;

import io.lintel.storage.Database;
import java.time.Instant;
import java.util.Optional;

/** The hashes of people's PINs in the database. Each method is one transaction. Thread-safe. */
public final class PinStore {

    private final Database database;

    public PinStore(Database database) {
        this.database = database;
    }

    /** @throws GalleryException if there is no such person */
    public void put(PersonId person, String hash, Instant now) {
        database.write(sql -> {
            if (sql.number("SELECT count(*) FROM person WHERE id = ?", person.value()) == 0) {
                throw GalleryException.noSuchPerson(person);
            }
            return sql.update(
                    "INSERT INTO person_pin (person, hash, set_at) VALUES (?, ?, ?)"
                            + " ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at",
                    person.value(),
                    hash,
                    now.toEpochMilli());
        });
    }

    /** @return whether there was one */
    public boolean remove(PersonId person) {
        return database.write(sql -> sql.update("DELETE FROM person_pin WHERE person = ?", person.value()) > 0);
    }

    public Optional<String> hash(PersonId person) {
        return database.read(sql -> sql.first(
                "SELECT hash FROM person_pin WHERE person = ?", row -> row.getString("hash"), person.value()));
    }
}
