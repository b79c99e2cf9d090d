package io.lintel.access.evidence;

import io.lintel.face.Embedding;
import java.util.List;

/**
 * The mean of several embeddings of one face.
 *
 * @param direction the mean, normalised
 * @param length how long the mean was before, 0 to 1: 1 when all embeddings are the same. The cosine of anything to
 *     {@code direction} times this length is exactly the mean of its cosines to the single embeddings
 */
public record EmbeddingMean(Embedding direction, double length) {

    /** @param embeddings at least one, all of one dimension */
    public static EmbeddingMean of(List<Embedding> embeddings) {
        double[] sum = new double[embeddings.getFirst().dimension()];
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
        return new EmbeddingMean(Embedding.of(mean), Math.min(1, Math.sqrt(squares)));
    }
}
