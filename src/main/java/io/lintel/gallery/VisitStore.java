package io.lintel.gallery;

import io.lintel.storage.Database;
import java.time.Instant;
import java.util.Optional;

/** When people were last let in. Each method is one transaction. Thread-safe. */
public final class VisitStore {

    private final Database database;

    public VisitStore(Database database) {
        this.database = database;
    }

    /** An earlier visit than the one that is known changes nothing, nor does one of somebody who is gone. */
    public void note(PersonId person, Instant visit) {
        database.write(sql -> sql.update(
                "INSERT INTO person_visit (person, last) SELECT id, ? FROM person WHERE id = ?"
                        + " ON CONFLICT (person) DO UPDATE SET last = max(last, excluded.last)",
                visit.toEpochMilli(),
                person.value()));
    }

    public Optional<Instant> last(PersonId person) {
        return database.read(sql -> sql.first(
                "SELECT last FROM person_visit WHERE person = ?",
                row -> Instant.ofEpochMilli(row.getLong("last")),
                person.value()));
    }
}
