package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A gallery of one row a person, made without a store: what a search costs is measured on it. Immutable, thread-safe. */
public final class RowGallery {

    private final TemplateIndex index;

    /** @param unitRows vectors of L2 norm 1, one after the other; kept */
    public RowGallery(float[] unitRows, int dimension, SimilaritySearch.Factory searches) {
        int persons = unitRows.length / dimension;
        this.index = TemplateIndex.over(
                unitRows,
                dimension,
                LongStream.rangeClosed(1, persons).toArray(),
                IntStream.rangeClosed(0, persons).toArray(),
                1,
                searches);
        index.prepare();
    }

    /** The best two, as at the door. */
    public Identification identify(Embedding probe) {
        return index.identify(probe, 1);
    }
}
