package io.lintel.gallery;

/**
 * One row after the other, in plain Java. Eight sums let the compiler overlap or vectorise the additions, which it may not
 * reorder by itself.
 */
public final class FlatSearch implements SimilaritySearch {

    private final float[] rows;
    private final int dimension;

    public FlatSearch(float[] unitRows, int dimension) {
        this.rows = unitRows;
        this.dimension = dimension;
    }

    @Override
    public void score(float[] probe, float[] scores) {
        for (int row = 0; row < scores.length; row++) {
            scores[row] = dot(probe, rows, row * dimension, dimension);
        }
    }

    @Override
    public float score(float[] probe, int row) {
        return dot(probe, rows, row * dimension, dimension);
    }

    private static float dot(float[] probe, float[] rows, int from, int length) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            int j = from + i;
            s0 += probe[i] * rows[j];
            s1 += probe[i + 1] * rows[j + 1];
            s2 += probe[i + 2] * rows[j + 2];
            s3 += probe[i + 3] * rows[j + 3];
            s4 += probe[i + 4] * rows[j + 4];
            s5 += probe[i + 5] * rows[j + 5];
            s6 += probe[i + 6] * rows[j + 6];
            s7 += probe[i + 7] * rows[j + 7];
        }
        float rest = 0;
        for (; i < length; i++) {
            rest += probe[i] * rows[from + i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }
}
