package io.lintel.lab.peers;

import io.lintel.gallery.RandomGallery;
import io.lintel.gallery.TwoPassSearch;

/** Lintel's search of a gallery for the best two, as at the door, some searches a pass. Used by one thread. */
final class SearchPass implements PeerWorker.Pass {

    private static final int DIMENSION = 192;

    private final RandomGallery gallery;
    private final int searches;

    SearchPass(int rows, int searches) {
        this.gallery = new RandomGallery(rows, DIMENSION, TwoPassSearch::over);
        this.searches = searches;
    }

    @Override
    public int look(int index) {
        for (int i = 0; i < searches; i++) {
            gallery.identifyFirst();
        }
        return 1;
    }
}
