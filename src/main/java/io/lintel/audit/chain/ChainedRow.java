package io.lintel.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * A row with its part of the chain. Arrays are not copied: do not change them.
 *
 * @param salts null where the chain has nothing for this row, as the hash
 * @param clockStep whether the tables say that the clock was set back before it
 */
record ChainedRow(
        StoredRow row,
        byte @Nullable [] salts,
        byte @Nullable [] hash,
        @Nullable Erasure erasure,
        boolean clockStep) {

    long seq() {
        return row.seq();
    }

    /** Whether this content has a hash where it stands. */
    boolean verifies(byte[] before) {
        return verifiesInPlaceOf(this, before);
    }

    /** Whether this content is what was written in another row's place. */
    boolean verifiesInPlaceOf(ChainedRow place, byte[] before) {
        if (place.salts == null || place.hash == null) {
            return false;
        }
        StoredRow there = new StoredRow(
                place.seq(), row.at(), row.kind(), row.reason(), row.person(), row.actor(), row.details());
        return java.util.Arrays.equals(
                place.hash, RowHash.link(before, RowHash.content(there, place.salts, place.erasure)));
    }
}
