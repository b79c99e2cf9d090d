package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Persons of one template each, in every direction, without a store: what a search costs is measured on it. Immutable, thread-safe. */
public final class RandomGallery {

    private final TemplateIndex index;
    private final Embedding first;

    /** Always the same for a size. */
    public RandomGallery(int persons, int dimension, SimilaritySearch.Factory searches) {
        float[] rows = unitVectors(persons, dimension);
        this.first = Embedding.of(Arrays.copyOf(rows, dimension));
        this.index = TemplateIndex.over(
                rows,
                dimension,
                LongStream.rangeClosed(1, persons).toArray(),
                IntStream.rangeClosed(0, persons).toArray(),
                1,
                searches);
        index.prepare();
    }

    private static float[] unitVectors(int count, int dimension) {
        SplittableRandom random = new SplittableRandom(1);
        float[] rows = new float[count * dimension];
        float[] row = new float[dimension];
        for (int from = 0; from < rows.length; from += dimension) {
            for (int i = 0; i < dimension; i++) {
                row[i] = (float) random.nextGaussian();
            }
            System.arraycopy(Embedding.of(row).values(), 0, rows, from, dimension);
        }
        return rows;
    }

    /** The best two for the first person's template, as at the door. */
    public Identification identifyFirst() {
        return index.identify(first, 1);
    }
}
