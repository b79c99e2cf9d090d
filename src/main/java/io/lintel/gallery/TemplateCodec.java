package io.lintel.gallery;

import io.lintel.face.Embedding;

/**
 * How an embedding is written into its row. The place for encryption at rest: a codec that seals with the person's data key
 * takes a number of its own, and rows of both kinds can stand side by side while they are rewritten. Thread-safe.
 */
public interface TemplateCodec {

    /** Stored with every row; 1 is {@link PlainTemplateCodec}. */
    int number();

    byte[] encode(PersonId owner, Embedding embedding);

    /** @throws IllegalArgumentException if these bytes are no embedding */
    Embedding decode(PersonId owner, byte[] stored);
}
