package io.lintel.gallery;

import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Sql;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sealed list of all people, with the tag of each one's seal: whoever was removed and put back by hand, or stands there as they were
 * earlier, is told by it from the others. 24 bytes a person, written anew with each change, inside others' transactions.
 */
final class RosterStore {

    private static final int TAG_BYTES = 16;
    private static final int ENTRY_BYTES = Long.BYTES + TAG_BYTES;
    private static final long ROW = 1;

    private final PersonKeyStore keys;

    RosterStore(PersonKeyStore keys) {
        this.keys = keys;
    }

    /** Who is enrolled, by number. */
    record Roster(Map<Long, ByteBuffer> tags) {

        /** Whether that is how the person's row was sealed last. */
        boolean names(long person, byte[] sealed) {
            return sealed.length > TAG_BYTES && tag(sealed).equals(tags.get(person));
        }
    }

    /** @throws io.lintel.crypto.SealException if it was altered */
    Roster read(Sql sql) throws SQLException {
        FieldCipher cipher = keys.of(sql, PersonKeyStore.NOBODY);
        Map<Long, ByteBuffer> tags = new TreeMap<>();
        sql.first("SELECT sealed FROM gallery_roster", row -> row.getBytes(1)).ifPresent(stored -> {
            byte[] entries = cipher.open(SealedField.ROSTER, ROW, stored);
            for (int at = 0; at < entries.length; at += ENTRY_BYTES) {
                tags.put(
                        ByteBuffer.wrap(entries).getLong(at),
                        ByteBuffer.wrap(entries, at + Long.BYTES, TAG_BYTES).slice());
            }
        });
        return new Roster(tags);
    }

    /** @param sealed the person's row as it is from now on; null when they are removed */
    void change(Sql sql, long person, byte @Nullable [] sealed) throws SQLException {
        Map<Long, ByteBuffer> tags = read(sql).tags();
        if (sealed == null) {
            tags.remove(person);
        } else {
            tags.put(person, tag(sealed));
        }
        ByteBuffer entries = ByteBuffer.allocate(tags.size() * ENTRY_BYTES);
        tags.forEach((id, tag) -> entries.putLong(id).put(tag.duplicate()));
        sql.update(
                "INSERT INTO gallery_roster (id, sealed) VALUES (?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
                ROW,
                keys.of(sql, PersonKeyStore.NOBODY).seal(SealedField.ROSTER, ROW, entries.array()));
    }

    private static ByteBuffer tag(byte[] sealed) {
        return ByteBuffer.wrap(Arrays.copyOfRange(sealed, sealed.length - TAG_BYTES, sealed.length));
    }
}
