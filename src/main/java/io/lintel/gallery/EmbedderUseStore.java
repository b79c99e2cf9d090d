package io.lintel.gallery;

import io.lintel.storage.DatabaseCopy;
import java.nio.file.Path;
import java.sql.SQLException;

/** Reads whom an embedder knows from a database file, without opening it as a door does. */
public final class EmbedderUseStore {

    private EmbedderUseStore() {}

    /**
     * How many people an embedder knows.
     *
     * @param persons enrolled
     * @param recognisable those of them who have a template of the embedder
     */
    public record Use(int persons, int recognisable) {}

    /** @throws GalleryException if the file cannot be read, or is not a database of Lintel */
    public static Use read(Path database, String embedder) {
        try {
            return DatabaseCopy.read(
                    database,
                    sql -> sql.first(
                                    "SELECT count(*), coalesce(sum(EXISTS(SELECT 1 FROM template"
                                            + " WHERE template.person = person.id AND template.model = ?)), 0) FROM person",
                                    row -> new Use(row.getInt(1), row.getInt(2)),
                                    embedder)
                            .orElseThrow());
        } catch (SQLException e) {
            throw new GalleryException(
                    "the people cannot be read from " + database + ": " + e.getMessage(),
                    "run this as the user that owns the file");
        }
    }
}
