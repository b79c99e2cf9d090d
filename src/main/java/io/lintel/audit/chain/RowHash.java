package io.lintel.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * The hash of a row. The fields that can be erased enter it as salted digests: once a field and its salt are gone, its digest
 * says nothing about it, and the row can still be verified.
 */
public final class RowHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    static final int SALT_LENGTH = 16;

    private RowHash() {}

    /** Before the first row. */
    public static byte[] none() {
        return new byte[LENGTH];
    }

    /** What a row adds to the chain. */
    public static byte[] link(byte[] before, byte[] content) {
        return Canonical.sha256("lintel.audit.row.1")
                .bytes(before)
                .bytes(content)
                .hash();
    }

    /**
     * The hash of a row without its place in the chain.
     *
     * @param salts 16 bytes from which the salts are derived, or all three salts
     * @param erasure of this row, if there was one
     */
    public static byte[] content(StoredRow row, byte[] salts, @Nullable Erasure erasure) {
        return content(row, digests(row, salts, erasure));
    }

    static byte[] content(StoredRow row, byte[] digests) {
        return Canonical.sha256("lintel.audit.content.1")
                .number(row.seq())
                .value(row.at())
                .value(row.kind())
                .value(row.reason())
                .bytes(digests)
                .hash();
    }

    /** The salted digests of the three personal fields, in their order. */
    static byte[] digests(StoredRow row, byte[] salts, @Nullable Erasure erasure) {
        byte[] each = everySalt(salts);
        byte[] digests = new byte[PersonalField.values().length * LENGTH];
        for (PersonalField field : PersonalField.values()) {
            int at = field.ordinal() * LENGTH;
            if (erasure != null && erasure.erases(field)) {
                System.arraycopy(erasure.digests(), at, digests, at, LENGTH);
            } else {
                byte[] digest = Canonical.sha256("lintel.audit.field.1")
                        .bytes(each, field.ordinal() * SALT_LENGTH, SALT_LENGTH)
                        .octet(field.ordinal())
                        .value(row.personal(field))
                        .hash();
                System.arraycopy(digest, 0, digests, at, LENGTH);
            }
        }
        return digests;
    }

    /** The three salts, in the order of the fields: parts of one SHA-512, none of which says anything about another. */
    static byte[] everySalt(byte[] salts) {
        return salts.length == SALT_LENGTH
                ? java.util.Arrays.copyOf(
                        Canonical.sha512("lintel.audit.salts.1").bytes(salts).hash(),
                        PersonalField.values().length * SALT_LENGTH)
                : salts;
    }
}
