package io.lintel.gallery;

import io.lintel.face.Embedding;

/** Answers whose face an embedding is (1:N). Thread-safe; sees a change of the gallery at once. */
@FunctionalInterface
public interface Identifier {

    Identification identify(Embedding probe);
}
