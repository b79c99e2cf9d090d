package io.lintel.audit.chain;

import java.nio.charset.StandardCharsets;

/**
 * A signed statement: the chain up to this row has this hash. Arrays are not copied: do not change them.
 *
 * @param id rises by one
 * @param seq the newest row then; 0 for an empty log
 * @param hash of that row
 * @param at milliseconds since 1970, UTC
 * @param cause start, stop, rows, time or export
 */
public record ChainCheckpoint(long id, long seq, byte[] hash, long at, String cause, Signed signed) {

    static byte[] statement(long id, long seq, byte[] hash, long at, String cause) {
        return Canonical.sha256("lintel.audit.checkpoint.1")
                .number(id)
                .number(seq)
                .bytes(hash)
                .number(at)
                .bytes(cause.getBytes(StandardCharsets.UTF_8))
                .hash();
    }

    byte[] statement() {
        return statement(id, seq, hash, at, cause);
    }
}
