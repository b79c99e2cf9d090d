package io.lintel.audit.chain;

/**
 * The record of fields that were erased from a row. Arrays are not copied: do not change them.
 *
 * @param fields bits of {@link PersonalField}
 * @param digests of all three fields
 * @param at milliseconds since 1970, UTC
 */
public record Erasure(long seq, int fields, byte[] digests, long at, Signed signed) {

    boolean erases(PersonalField field) {
        return (fields & field.bit()) != 0;
    }

    static byte[] statement(long seq, int fields, byte[] digests, long at) {
        return Canonical.sha256("lintel.audit.erasure.1")
                .number(seq)
                .number(fields)
                .bytes(digests)
                .number(at)
                .hash();
    }

    byte[] statement() {
        return statement(seq, fields, digests, at);
    }
}
