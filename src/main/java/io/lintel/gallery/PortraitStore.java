package io.lintel.gallery;

import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The portraits beside the templates. Deleting a template or a person deletes them with it. */
final class PortraitStore {

    private final Database database;
    private final PersonKeyStore keys;

    PortraitStore(Database database, PersonKeyStore keys) {
        this.database = database;
        this.keys = keys;
    }

    static void add(Sql sql, FieldCipher cipher, PersonId owner, long template, Portrait portrait) throws SQLException {
        sql.update(
                "INSERT INTO template_portrait (template, person, jpeg) VALUES (?, ?, ?)",
                template,
                owner.value(),
                seal(cipher, template, portrait.jpeg()));
    }

    static byte[] seal(FieldCipher cipher, long template, byte[] jpeg) {
        return cipher.seal(SealedField.PORTRAIT, template, jpeg);
    }

    /** @throws io.lintel.crypto.SealException if it is not the portrait that was stored */
    Optional<Portrait> find(PersonId owner, long template) {
        return database.read(sql -> {
            Optional<byte[]> sealed = sql.first(
                    "SELECT jpeg FROM template_portrait WHERE template = ? AND person = ?",
                    row -> row.getBytes(1),
                    template,
                    owner.value());
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Portrait(
                            keys.of(sql, owner.value()).open(SealedField.PORTRAIT, template, sealed.get())));
        });
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
