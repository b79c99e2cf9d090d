package io.lintel.benchmark;

import io.lintel.gallery.SimilaritySearch;
import java.util.ArrayList;
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
            float[] probe = new float[dimension];
            fill(probe);
            float[] scores = new float[size];
            SimilaritySearch search = searches.over(rows, dimension);
            search.score(probe, scores);
            StageTimes times = new StageTimes();
            for (int round = 0; round < ROUNDS; round++) {
                times.time("search", () -> search.score(probe, scores));
            }
            figures.add(Figure.of(
                    "search-" + size + "-ms", "search of " + size + " templates, ms", times.medianMillis("search")));
        }
        return new Report("Gallery search, " + dimension + " values a template", figures, List.of());
    }

    private void fill(float[] vectors) {
        SplittableRandom random = new SplittableRandom(1);
        float deviation = (float) (1 / Math.sqrt(dimension));
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextGaussian() * deviation;
        }
    }
}
