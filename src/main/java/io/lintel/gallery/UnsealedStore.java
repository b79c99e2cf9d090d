package io.lintel.gallery;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import io.lintel.storage.StorageException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a database of an older Lintel holds in the clear, some people a transaction, and then takes the traces out of the file. Each
 * step can be interrupted; the next call goes on.
 */
public final class UnsealedStore {

    private static final System.Logger LOG = System.getLogger(UnsealedStore.class.getName());
    private static final int PEOPLE_AT_ONCE = 50;

    private final Database database;
    private final PersonKeyStore keys;
    private final PersonRowStore persons;

    public UnsealedStore(Database database, PersonKeyStore keys) {
        this.database = database;
        this.keys = keys;
        this.persons = new PersonRowStore(keys);
    }

    private record Unsealed(long person, PersonSecret secret) {}

    private record PlainTemplate(long id, String model, byte[] embedding) {}

    private record PlainPortrait(long template, byte[] jpeg) {}

    /**
     * Does nothing where nothing is in the clear.
     *
     * @return how many people were sealed
     * @throws GalleryException if the key is systemd's: it existed before, so what is in the clear was put there since
     */
    public int sealAll() {
        if (database.read(sql -> sql.number("SELECT left_behind FROM unsealed_trace")) == 0
                && database.read(UnsealedStore::left) == 0) {
            return 0;
        }
        if (database.read(UnsealedStore::left) > 0 && keys.isCredential()) {
            throw new GalleryException(
                    "The database holds people in the clear, and the box's key comes from systemd, so nobody knows who"
                            + " put them there",
                    "if it is a database of an older Lintel: move the credential away, start once so that Lintel makes"
                            + " a key file and seals it, then make a credential of that file (docs/OPERATIONS.md)");
        }
        int sealed = 0;
        for (int some = sealSome(); some > 0; some = sealSome()) {
            sealed += some;
        }
        if (sealed > 0) {
            LOG.log(Level.INFO, "people sealed={0}", sealed);
        }
        eraseTraces();
        return sealed;
    }

    private int sealSome() {
        return database.write(sql -> {
            List<Unsealed> people = sql.list(
                    "SELECT * FROM person_unsealed LIMIT " + PEOPLE_AT_ONCE,
                    row -> new Unsealed(
                            row.getLong("person"),
                            new PersonSecret(
                                    name(row.getLong("person"), row.getString("name")),
                                    row.getString("note"),
                                    row.getString("consent_purpose"),
                                    List.of(),
                                    new byte[0])));
            for (Unsealed each : people) {
                seal(sql, each);
            }
            return people.size();
        });
    }

    private void seal(Sql sql, Unsealed plain) throws SQLException {
        long id = plain.person();
        SealedPerson person = new SealedPerson(
                PersonRowStore.row(sql, id).person(plain.secret()), plain.secret(), keys.make(sql, id));
        List<Long> templates = new ArrayList<>();
        for (PlainTemplate template : sql.list(
                "SELECT id, model, embedding FROM template WHERE person = ? AND codec = 1 ORDER BY id",
                row -> new PlainTemplate(row.getLong(1), row.getString(2), row.getBytes(3)),
                id)) {
            TemplateStore.seal(sql, person.cipher(), template.id(), template.model(), template.embedding());
            templates.add(template.id());
        }
        for (PlainPortrait portrait : sql.list(
                "SELECT template, jpeg FROM template_portrait WHERE person = ?",
                row -> new PlainPortrait(row.getLong(1), row.getBytes(2)),
                id)) {
            sql.update(
                    "UPDATE template_portrait SET jpeg = ? WHERE template = ?",
                    PortraitStore.seal(person.cipher(), portrait.template(), portrait.jpeg()),
                    portrait.template());
        }
        person = person.with(person.secret().withTemplates(templates));
        @Nullable
        String pin = sql.first("SELECT hash FROM person_pin WHERE person = ?", row -> row.getString(1), id)
                .orElse(null);
        if (pin != null) {
            long setAt = sql.number("SELECT set_at FROM person_pin WHERE person = ?", id);
            person = PinStore.put(sql, person, pin, setAt);
        }
        persons.write(sql, person);
        sql.update("DELETE FROM person_unsealed WHERE person = ?", id);
    }

    /** One that somebody has spoilt by hand must not keep the others in the clear. */
    private static PersonName name(long person, String stored) {
        try {
            return new PersonName(stored);
        } catch (GalleryException e) {
            return new PersonName("Number " + person);
        }
    }

    /** What was overwritten may still lie between the rows of a page, and does lie in the write-ahead log. */
    private void eraseTraces() {
        try {
            if (database.writeAnew()) {
                database.write(sql -> sql.update("UPDATE unsealed_trace SET left_behind = 0"));
            }
        } catch (StorageException e) {
            LOG.log(
                    Level.WARNING,
                    "people sealed but traces of them may be left in free space: {0}; tried again at the next start: {1}",
                    e.getMessage(),
                    e.remedy());
        }
    }

    private static long left(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) FROM person_unsealed");
    }
}
