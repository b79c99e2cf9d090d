package io.lintel.audit.chain;

import org.jspecify.annotations.Nullable;

/** Is shown the log with its chain: damage, then the tombstones, then row by row, each checkpoint after its row. */
interface LogVisitor {

    /** @param what SQLite's own words */
    void damage(String what);

    void tombstone(Tombstone stone);

    /** @param chainedBefore for a row that follows a gap, the chain's nearest place before it; null if it has none */
    void row(ChainedRow row, ChainStore.@Nullable Place chainedBefore);

    /** @param hash what the chain has at that row; null if nothing */
    void checkpoint(ChainCheckpoint checkpoint, byte @Nullable [] hash);
}
