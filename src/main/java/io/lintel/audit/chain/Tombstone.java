package io.lintel.audit.chain;

/**
 * The signed record of rows that retention has deleted. Arrays are not copied: do not change them.
 *
 * @param removed how many rows there were; 0 for those that went before there was a chain
 * @param before the hash of the row before the first
 * @param after the hash of the last
 * @param at milliseconds since 1970, UTC
 */
public record Tombstone(long first, long last, long removed, byte[] before, byte[] after, long at, Signed signed) {

    static byte[] statement(long first, long last, long removed, byte[] before, byte[] after, long at) {
        return Canonical.sha256("lintel.audit.tombstone.1")
                .number(first)
                .number(last)
                .number(removed)
                .bytes(before)
                .bytes(after)
                .number(at)
                .hash();
    }

    byte[] statement() {
        return statement(first, last, removed, before, after, at);
    }
}
