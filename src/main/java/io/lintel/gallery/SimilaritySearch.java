package io.lintel.gallery;

/** Compares a probe with the rows of a matrix. Thread-safe. */
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

    /** The cosine of the probe to one row, to the last bit what {@link #score(float[], float[])} writes for it. */
    float score(float[] probe, int row);

    /**
     * Writes about the cosine of the probe to each row, perhaps faster.
     *
     * @return how far an estimate can be from what {@link #score(float[], float[])} writes; 0 where it writes the same
     */
    default double estimate(float[] probe, float[] estimates) {
        score(probe, estimates);
        return 0;
    }

    /** Whether {@link #prepare} has nothing to do. */
    default boolean isPrepared() {
        return true;
    }

    /** Makes what speeds estimates up; answers are the same before, meanwhile and after. May take seconds. */
    default void prepare() {}
}
