package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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
        return identify(probe, 1);
    }

    @Override
    public Identification identify(Embedding direction, double length) {
        return snapshot.index().identify(direction, length);
    }

    /**
     * The persons that a probe scores highest with, the best first. The scores are those that the door decides by.
     *
     * @throws IllegalArgumentException if another model made the probe
     */
    public List<Candidate> nearest(Embedding probe, int count) {
        return snapshot.index().nearest(probe, count);
    }

    /**
     * The persons that a probe has the highest plain cosine with, the best first. For what compares faces and not with the door: never below the
     * door's score.
     *
     * @throws IllegalArgumentException if another model made the probe
     */
    public List<Candidate> nearestByCosine(Embedding probe, int count) {
        return snapshot.index().nearestByCosine(probe, count);
    }

    /**
     * The score of a probe with one person (1:1 verification), as the door decides by it.
     *
     * @return empty when the person is not enrolled with the model in use
     */
    public OptionalDouble score(PersonId person, Embedding probe) {
        return snapshot.index().score(person, probe);
    }

    /** The plain cosine of a probe to one person. @return empty when the person is not enrolled with the model in use */
    public OptionalDouble cosine(PersonId person, Embedding probe) {
        return snapshot.index().cosine(person, probe);
    }

    @Override
    public Set<PersonId> lookAlikes(PersonId person) {
        return snapshot.lookAlikes().of(person);
    }

    /** Cosine of two people's templates from which they resemble each other so much. */
    public double lookAlikeScore() {
        return settings.lookAlike();
    }

    /** All pairs of people who resemble each other so much; none where there are thousands of people. */
    public List<LookAlikePair> lookAlikePairs() {
        return snapshot.lookAlikes().pairs();
    }

    /**
     * The people on a plane, as far as they have a template of the model in use. Some 50 ms for 1,000 people.
     *
     * @param most people to draw
     */
    public GalleryMap map(int most) {
        return snapshot.projection().map(most);
    }

    /** Everybody who is enrolled, in no order. Does not touch the disk. */
    public Collection<Person> people() {
        return snapshot.persons().values();
    }

    /** How much the people enrolled resemble each other. */
    public SiteResemblance site() {
        return snapshot.index().site();
    }

    /** Empty when there is no such person (any more). Does not touch the disk. */
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(snapshot.persons().get(id));
    }

    /** Whether somebody has a template of the model in use; whoever has none must enrol again. Does not touch the disk. */
    public boolean recognises(PersonId id) {
        return snapshot.index().contains(id);
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

    /** Whether {@link #prepare} has nothing to do for the present state. */
    boolean isPrepared() {
        return snapshot.index().isPrepared();
    }

    /** Makes searches of the present state faster; some 0.5 s for 100,000 templates. Nobody waits for it. */
    void prepare() {
        snapshot.index().prepare();
    }

    private GallerySnapshot load() {
        SnapshotBuilder builder = new SnapshotBuilder(modelId, settings);
        long revision = store.visit(builder);
        return builder.build(revision, searches);
    }
}
