package io.lintel.access.evidence;

/**
 * One measured point of an embedder: how often two different people score this much or more.
 *
 * @param score cosine similarity, -1 to 1
 * @param fmr false match rate per comparison at that score, in (0, 1)
 */
public record ScorePoint(double score, double fmr) {

    public ScorePoint {
        if (!(score > -1 && score < 1)) {
            throw new IllegalArgumentException("a score lies in (-1, 1), not " + score);
        }
        if (!(fmr > 0 && fmr < 1)) {
            throw new IllegalArgumentException("a false match rate lies in (0, 1), not " + fmr);
        }
    }
}
