package io.lintel.gallery;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The portraits beside the templates. Deleting a template or a person deletes them with it. */
final class PortraitStore {

    private final Database database;

    PortraitStore(Database database) {
        this.database = database;
    }

    static void add(Sql sql, PersonId owner, long template, Portrait portrait) throws SQLException {
        sql.update(
                "INSERT INTO template_portrait (template, person, jpeg) VALUES (?, ?, ?)",
                template,
                owner.value(),
                portrait.jpeg());
    }

    Optional<Portrait> find(PersonId owner, long template) {
        return database.read(sql -> sql.first(
                "SELECT jpeg FROM template_portrait WHERE template = ? AND person = ?",
                row -> new Portrait(row.getBytes(1)),
                template,
                owner.value()));
    }

    /** The templates of which there is a portrait. */
    List<Long> templates(PersonId owner) {
        return database.read(sql -> sql.list(
                "SELECT template FROM template_portrait WHERE person = ? ORDER BY template",
                row -> row.getLong(1),
                owner.value()));
    }

    /** @return how many there were */
    int removeAll() {
        return database.write(sql -> sql.update("DELETE FROM template_portrait"));
    }
}
