package io.lintel.gallery;

/**
 * Compares a probe with every row of a matrix. The seam for faster engines: {@link FlatSearch} needs nothing but Java; above
 * some ten thousand rows a native matrix product is worth its weight. Thread-safe.
 */
public interface SimilaritySearch {

    /** Makes a search over a gallery; called anew for every change of it. */
    @FunctionalInterface
    interface Factory {

        /** @param unitRows vectors of L2 norm 1, one after the other; the search keeps the array */
        SimilaritySearch over(float[] unitRows, int dimension);
    }

    /**
     * Writes the cosine of the probe to each row.
     *
     * @param probe a unit vector of the rows' dimension
     * @param scores as long as there are rows
     */
    void score(float[] probe, float[] scores);
}
