package io.lintel.model;

import org.jspecify.annotations.Nullable;

/**
 * What an embedder's output is.
 *
 * @param dimension elements of an embedding
 * @param scores measured false match rates of its scores; null where nobody has measured them, and then only an explicit
 *     setting can give a threshold
 */
public record EmbeddingSpec(int dimension, @Nullable ScoreTable scores) {}
