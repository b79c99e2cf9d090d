package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.Set;

/** Answers whose face an embedding is (1:N). Thread-safe; sees a change of the gallery at once. */
@FunctionalInterface
public interface Identifier {

    Identification identify(Embedding probe);

    /** The people who resemble somebody so much that one may be taken for the other; without that person. */
    default Set<PersonId> lookAlikes(PersonId person) {
        return Set.of();
    }

    /**
     * Answers for the mean of several embeddings of one face.
     *
     * @param direction the mean, normalised
     * @param length of the mean before, 0 to 1; with it a score is the mean of the single embeddings' scores
     */
    default Identification identify(Embedding direction, double length) {
        return identify(direction).scaled(length);
    }
}
