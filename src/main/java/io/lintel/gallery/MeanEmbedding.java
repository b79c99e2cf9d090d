package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.List;

/** The normalised mean of several embeddings of one person. */
public final class MeanEmbedding {

    private MeanEmbedding() {}

    /**
     * @param embeddings at least one, of the same dimension
     * @return the first alone in the theoretical case that they cancel each other out
     */
    public static Embedding of(List<Embedding> embeddings) {
        Embedding first = embeddings.getFirst();
        if (embeddings.size() == 1) {
            return first;
        }
        float[] sum = first.values();
        double squares = 0;
        for (Embedding embedding : embeddings.subList(1, embeddings.size())) {
            float[] values = embedding.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        for (float value : sum) {
            squares += value * value;
        }
        return squares > 1e-6 ? Embedding.of(sum) : first;
    }
}
