package io.lintel.lab.peers;

import io.lintel.face.Embedding;
import io.lintel.gallery.RowGallery;
import io.lintel.gallery.TwoPassSearch;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Lintel's search of a gallery for the best two, as at the door, some searches a pass. Used by one thread. */
final class SearchPass implements PeerWorker.Pass {

    private static final int DIMENSION = 192;

    private final RowGallery gallery;
    private final Embedding probe;
    private final int searches;

    SearchPass(int rows, int searches) {
        float[] values = new float[rows * DIMENSION];
        float[] row = new float[DIMENSION];
        SplittableRandom random = new SplittableRandom(1);
        for (int from = 0; from < values.length; from += DIMENSION) {
            for (int i = 0; i < DIMENSION; i++) {
                row[i] = (float) random.nextGaussian();
            }
            System.arraycopy(Embedding.of(row).values(), 0, values, from, DIMENSION);
        }
        this.probe = Embedding.of(Arrays.copyOf(values, DIMENSION));
        this.gallery = new RowGallery(values, DIMENSION, TwoPassSearch::over);
        this.searches = searches;
    }

    @Override
    public int look(int index) {
        for (int i = 0; i < searches; i++) {
            gallery.identify(probe);
        }
        return 1;
    }
}
