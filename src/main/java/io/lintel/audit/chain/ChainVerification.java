package io.lintel.audit.chain;

import java.util.List;

/**
 * What a verification of the log has found.
 *
 * @param rows how many rows there are
 * @param first the oldest row; 0 for an empty log
 * @param last the newest row; 0 for an empty log
 * @param hash of the newest row, lower-case hexadecimal
 * @param signedTo the newest row that a checkpoint or the head covers
 * @param checkpoints how many there are
 * @param tombstones how many there are
 * @param erased rows from which personal data were erased
 * @param key the box's public key in Base64; empty if there is none
 * @param findings in the order in which they were found, the first hundred
 * @param found how many there are in all
 */
public record ChainVerification(
        long rows,
        long first,
        long last,
        String hash,
        long signedTo,
        long checkpoints,
        long tombstones,
        long erased,
        String key,
        List<ChainFinding> findings,
        long found) {

    public ChainVerification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return found == 0;
    }
}
