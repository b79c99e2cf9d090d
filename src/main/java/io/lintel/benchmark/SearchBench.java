package io.lintel.benchmark;

import io.lintel.face.Embedding;
import io.lintel.gallery.RowGallery;
import io.lintel.gallery.SimilaritySearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** How long a probe's search takes in galleries of several sizes. */
public final class SearchBench {

    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int ROUNDS = 30;

    private final SimilaritySearch.Factory searches;
    private final int dimension;

    public SearchBench(SimilaritySearch.Factory searches, int dimension) {
        this.searches = searches;
        this.dimension = dimension;
    }

    public Report run() {
        List<Figure> figures = new ArrayList<>();
        for (int size : SIZES) {
            float[] rows = new float[size * dimension];
            fill(rows);
            Embedding probe = Embedding.of(Arrays.copyOf(rows, dimension));
            RowGallery gallery = new RowGallery(rows, dimension, searches);
            gallery.identify(probe);
            StageTimes times = new StageTimes();
            for (int round = 0; round < ROUNDS; round++) {
                times.time("search", () -> gallery.identify(probe));
            }
            figures.add(Figure.of(
                    "search-" + size + "-ms", "search of " + size + " templates, ms", times.medianMillis("search")));
        }
        return new Report("Gallery search, " + dimension + " values a template", figures, List.of());
    }

    /** Unit vectors in every direction. */
    private void fill(float[] rows) {
        SplittableRandom random = new SplittableRandom(1);
        float[] row = new float[dimension];
        for (int from = 0; from < rows.length; from += dimension) {
            for (int i = 0; i < dimension; i++) {
                row[i] = (float) random.nextGaussian();
            }
            System.arraycopy(Embedding.of(row).values(), 0, rows, from, dimension);
        }
    }
}
