package io.lintel.face;

import java.util.List;

/**
 * The mean of several embeddings of one face.
 *
 * @param direction the mean, normalised
 * @param length how long the mean was before, 0 to 1: 1 when all embeddings are the same. The cosine of anything to
 *     {@code direction} times this length is exactly the mean of its cosines to the single embeddings
 */
public record EmbeddingMean(Embedding direction, double length) {

    /** A shorter mean has no direction of its own, only rounding errors. */
    private static final double LEAST_LENGTH = 1e-3;

    /**
     * Of one alone it is that one. Should they cancel each other out, the direction is the first one's.
     *
     * @param embeddings at least one, all of one dimension
     */
    public static EmbeddingMean of(List<Embedding> embeddings) {
        Embedding first = embeddings.getFirst();
        if (embeddings.size() == 1) {
            return new EmbeddingMean(first, 1);
        }
        double[] sum = new double[first.dimension()];
        for (Embedding embedding : embeddings) {
            float[] values = embedding.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        float[] mean = new float[sum.length];
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            double value = sum[i] / embeddings.size();
            mean[i] = (float) value;
            squares += value * value;
        }
        double length = Math.min(1, Math.sqrt(squares));
        return new EmbeddingMean(length > LEAST_LENGTH ? Embedding.of(mean) : first, length);
    }
}
