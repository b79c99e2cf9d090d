package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everybody who is enrolled, in memory, ready to be searched. A change is loaded beside the old state and then takes its place
 * at once, so a search never waits and never sees half a change. Thread-safe.
 */
public final class Gallery implements Identifier {

    private final GalleryStore store;
    private final String modelId;
    private final MatchSettings settings;
    private final SimilaritySearch.Factory searches;
    private volatile GallerySnapshot snapshot;

    /** @param modelId the embedder in use; templates of others are left out and counted in {@link #summary} */
    public Gallery(GalleryStore store, String modelId, MatchSettings settings, SimilaritySearch.Factory searches) {
        this.store = store;
        this.modelId = modelId;
        this.settings = settings;
        this.searches = searches;
        this.snapshot = load();
    }

    /** @throws IllegalArgumentException if another model made the probe */
    @Override
    public Identification identify(Embedding probe) {
        return snapshot.index().identify(probe);
    }

    /**
     * The persons that a probe scores highest with, the best first.
     *
     * @throws IllegalArgumentException if another model made the probe
     */
    public List<Candidate> nearest(Embedding probe, int count) {
        return snapshot.index().nearest(probe, count);
    }

    /**
     * The score of a probe with one person (1:1 verification).
     *
     * @return empty when he is not enrolled with the model in use
     */
    public OptionalDouble score(PersonId person, Embedding probe) {
        return nearest(probe, Integer.MAX_VALUE).stream()
                .filter(candidate -> candidate.person().equals(person))
                .mapToDouble(Candidate::score)
                .findFirst();
    }

    /** Empty when there is no such person (any more). Does not touch the disk. */
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(snapshot.persons().get(id));
    }

    public GallerySummary summary() {
        return snapshot.summary();
    }

    public String modelId() {
        return modelId;
    }

    /**
     * Looks whether anybody, also another process, has changed the gallery, and loads it if so. Some 0.1 ms when not; 0.5 s
     * for 100,000 templates.
     *
     * @return whether there was a change
     */
    public synchronized boolean refresh() {
        if (store.revision() == snapshot.summary().revision()) {
            return false;
        }
        snapshot = load();
        return true;
    }

    private GallerySnapshot load() {
        SnapshotBuilder builder = new SnapshotBuilder(modelId, settings);
        long revision = store.visit(builder);
        return builder.build(revision, searches);
    }
}
