package io.lintel.gallery;

import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealException;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person rows, inside others' transactions. Names are sealed, so whoever looks for one looks through all people in memory; each row is
 * opened once as long as it does not change. Thread-safe.
 */
final class PersonRowStore {

    private static final String ROWS = "SELECT person.*, wrapped, fingerprint FROM person"
            + " LEFT JOIN person_key ON person_key.person = person.id LEFT JOIN box_key ON box_key.id = 1";
    private static final Comparator<ListedPerson> BY_NAME = Comparator.comparing(ListedPerson::searchKey)
            .thenComparing(listed -> listed.person().id().value());

    private final PersonKeyStore keys;
    private final RosterStore rosters;
    private Map<Long, Known> known = Map.of();
    private List<ListedPerson> sorted = List.of();
    private long revision = -1;

    PersonRowStore(PersonKeyStore keys) {
        this.keys = keys;
        this.rosters = new RosterStore(keys);
    }

    /** A row as it was read, by which a changed one is told. */
    private record Known(PersonColumns row, byte[] wrapped, byte[] sealed, ListedPerson listed) {

        boolean isOf(PersonColumns other, byte[] otherWrapped, byte[] otherSealed) {
            return row.equals(other) && Arrays.equals(wrapped, otherWrapped) && Arrays.equals(sealed, otherSealed);
        }
    }

    SealedPerson insert(Sql sql, PersonDraft draft, Instant now) throws SQLException {
        Consent consent = draft.consent();
        long id = sql.number(
                "INSERT INTO person (valid_from, valid_until, created, consent_at, consent_purpose, consent_keep_days)"
                        + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                PersonColumns.millis(draft.validity().from()),
                PersonColumns.millis(draft.validity().until()),
                now.toEpochMilli(),
                consent == null ? null : consent.given().toEpochMilli(),
                consent == null ? null : "*",
                consent == null ? null : consent.keepDays());
        PersonSecret secret = PersonSecret.of(draft);
        SealedPerson added = new SealedPerson(row(sql, id).person(secret), secret, keys.make(sql, id));
        write(sql, added);
        return added;
    }

    void write(Sql sql, SealedPerson person) throws SQLException {
        PersonColumns row = PersonColumns.of(person.person());
        byte[] sealed = person.cipher()
                .seal(
                        SealedField.PERSON,
                        row.id(),
                        row.context(),
                        person.secret().encode());
        rosters.change(sql, row.id(), sealed);
        sql.update(
                "UPDATE person SET enabled = ?, valid_from = ?, valid_until = ?, consent_at = ?, consent_purpose = ?,"
                        + " consent_keep_days = ?, sealed = ? WHERE id = ?",
                row.enabled() ? 1 : 0,
                row.validFrom(),
                row.validUntil(),
                row.consentAt(),
                row.consentAt() == null ? null : "*",
                row.consentKeepDays(),
                sealed,
                row.id());
    }

    void delete(Sql sql, PersonId id) throws SQLException {
        rosters.change(sql, id.value(), null);
        sql.update("DELETE FROM person WHERE id = ?", id.value());
    }

    /** @throws GalleryException if there is no such person @throws SealException if they cannot be read */
    SealedPerson require(Sql sql, PersonId id) throws SQLException {
        RosterStore.Roster roster = rosters.read(sql);
        return sql.first(
                        ROWS + " WHERE person.id = ?",
                        row -> {
                            SealedPerson opened = open(row);
                            if (!roster.names(id.value(), bytes(row, "sealed"))) {
                                throw new GalleryException(
                                        "Person " + id
                                                + " was put into the database by hand, or back to an earlier state",
                                        "restore the last backup, or remove the person and enrol them again");
                            }
                            return opened;
                        },
                        id.value())
                .orElseThrow(() -> GalleryException.noSuchPerson(id));
    }

    /** Also somebody who cannot be read. */
    Optional<Person> find(Sql sql, PersonId id) throws SQLException {
        try {
            return Optional.of(require(sql, id).person());
        } catch (SealException | GalleryException e) {
            return sql.first(
                    "SELECT * FROM person WHERE id = ?", row -> plain(row).unreadable(), id.value());
        }
    }

    /** Everybody, in alphabetical order, as the transaction sees them. */
    synchronized List<ListedPerson> all(Sql sql) throws SQLException {
        long now = sql.number("SELECT value FROM gallery_revision");
        if (now != revision) {
            Optional<RosterStore.Roster> roster = roster(sql);
            Map<Long, Known> read = new HashMap<>();
            sql.each(ROWS, row -> {
                Known person = known(row);
                read.put(person.row().id(), person);
                return true;
            });
            sorted = read.values().stream()
                    .map(person -> roster.filter(list -> list.names(person.row().id(), person.sealed()))
                                    .isPresent()
                            ? person.listed()
                            : ListedPerson.unreadable(person.row()))
                    .sorted(BY_NAME)
                    .toList();
            known = read;
            revision = now;
        }
        return sorted;
    }

    /** Empty when it was altered. */
    private Optional<RosterStore.Roster> roster(Sql sql) throws SQLException {
        try {
            return Optional.of(rosters.read(sql));
        } catch (SealException e) {
            return Optional.empty();
        }
    }

    private Known known(ResultSet row) throws SQLException {
        PersonColumns plain = plain(row);
        byte[] wrapped = bytes(row, "wrapped");
        byte[] sealed = bytes(row, "sealed");
        Known before = known.get(plain.id());
        return before != null && before.isOf(plain, wrapped, sealed)
                ? before
                : new Known(plain, wrapped, sealed, listed(row));
    }

    private ListedPerson listed(ResultSet row) throws SQLException {
        try {
            return ListedPerson.of(open(row));
        } catch (SealException | GalleryException e) {
            return ListedPerson.unreadable(plain(row));
        }
    }

    private SealedPerson open(ResultSet row) throws SQLException {
        PersonColumns plain = plain(row);
        FieldCipher cipher = keys.unwrapped(plain.id(), row.getBytes("wrapped"), row.getBytes("fingerprint"));
        PersonSecret secret =
                PersonSecret.decode(cipher.open(SealedField.PERSON, plain.id(), plain.context(), bytes(row, "sealed")));
        return new SealedPerson(plain.person(secret), secret, cipher);
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        byte @Nullable [] value = row.getBytes(column);
        return value == null ? new byte[0] : value;
    }

    static PersonColumns row(Sql sql, long id) throws SQLException {
        return sql.first("SELECT * FROM person WHERE id = ?", PersonRowStore::plain, id)
                .orElseThrow(() -> GalleryException.noSuchPerson(new PersonId(id)));
    }

    private static PersonColumns plain(ResultSet row) throws SQLException {
        return new PersonColumns(
                row.getLong("id"),
                row.getInt("enabled") == 1,
                Sql.nullableLong(row, "valid_from"),
                Sql.nullableLong(row, "valid_until"),
                row.getLong("created"),
                Sql.nullableLong(row, "consent_at"),
                Sql.nullableLong(row, "consent_keep_days"));
    }
}
