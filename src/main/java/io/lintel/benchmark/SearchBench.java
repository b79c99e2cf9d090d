package io.lintel.benchmark;

import io.lintel.gallery.RandomGallery;
import io.lintel.gallery.SimilaritySearch;
import java.util.ArrayList;
import java.util.List;

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
            RandomGallery gallery = new RandomGallery(size, dimension, searches);
            gallery.identifyFirst();
            StageTimes times = new StageTimes();
            for (int round = 0; round < ROUNDS; round++) {
                times.time("search", gallery::identifyFirst);
            }
            figures.add(Figure.of(
                    "search-" + size + "-ms", "search of " + size + " templates, ms", times.medianMillis("search")));
        }
        return new Report("Gallery search, " + dimension + " values a template", figures, List.of());
    }
}
