package io.lintel.lab.peers;

import io.lintel.gallery.FlatSearch;
import io.lintel.gallery.SimilaritySearch;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Lintel's comparison of one probe with every row of a gallery, some searches a pass. Used by one thread. */
final class SearchPass implements PeerWorker.Pass {

    private static final int DIMENSION = 192;

    private final SimilaritySearch search;
    private final float[] probe;
    private final float[] scores;
    private final int searches;

    SearchPass(int rows, int searches) {
        float[] values = new float[rows * DIMENSION];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(DIMENSION));
        }
        this.probe = Arrays.copyOf(values, DIMENSION);
        this.scores = new float[rows];
        this.search = new FlatSearch(values, DIMENSION);
        this.searches = searches;
    }

    @Override
    public int look(int index) {
        for (int i = 0; i < searches; i++) {
            search.score(probe, scores);
        }
        return 1;
    }
}
