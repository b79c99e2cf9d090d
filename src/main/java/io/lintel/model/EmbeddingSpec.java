package io.lintel.model;

import org.jspecify.annotations.Nullable;

/**
 * What an embedder takes and gives.
 *
 * @param dimension elements of an embedding
 * @param alignment how a face has to lie in its input
 * @param profile what its scores mean; null where nobody has measured them, and then no door can decide by this embedder
 */
public record EmbeddingSpec(
        int dimension, FaceAlignment alignment, @Nullable EmbedderProfile profile) {

    /** @throws IllegalArgumentException if the dimension is not positive */
    public EmbeddingSpec {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be 1 or more, not " + dimension);
        }
    }
}
