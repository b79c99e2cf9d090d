package io.lintel.gallery;

import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot while the store shows its rows: a person's templates are in memory only until the next person's. */
final class SnapshotBuilder implements GalleryStore.Visitor {

    private final String modelId;
    private final MatchSettings settings;
    private final Map<PersonId, Person> persons = new HashMap<>();
    private final Map<String, Integer> foreign = new TreeMap<>();
    private final List<Long> owners = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();
    private final List<Embedding> pending = new ArrayList<>();
    private @Nullable PersonId owner;
    private int dimension;
    private int templates;
    private int unreadable;

    SnapshotBuilder(String modelId, MatchSettings settings) {
        this.modelId = modelId;
        this.settings = settings;
    }

    @Override
    public void person(Person person) {
        persons.put(person.id(), person);
    }

    @Override
    public void template(PersonId of, String model, Embedding embedding) {
        if (!model.equals(modelId)) {
            foreign.merge(model, 1, Integer::sum);
            return;
        }
        if (dimension == 0) {
            dimension = embedding.dimension();
        }
        if (embedding.dimension() != dimension || !persons.containsKey(of)) {
            unreadable();
            return;
        }
        if (!of.equals(owner)) {
            finishPerson();
            owner = of;
        }
        pending.add(embedding);
        templates++;
    }

    @Override
    public void unreadable() {
        unreadable++;
    }

    GallerySnapshot build(long revision, SimilaritySearch.Factory searches) {
        finishPerson();
        firstRows.add(rows.size());
        float[] matrix = new float[Math.multiplyExact(rows.size(), dimension)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, matrix, row * dimension, dimension);
        }
        int[] begins = firstRows.stream().mapToInt(Integer::intValue).toArray();
        long[] ids = owners.stream().mapToLong(Long::longValue).toArray();
        TemplateIndex index = TemplateIndex.over(matrix, dimension, ids, begins, settings.nearest(), searches);
        GallerySummary summary =
                new GallerySummary(revision, persons.size(), index.persons(), templates, foreign, unreadable);
        LookAlikes lookAlikes = new LookAlikes(matrix, dimension, begins, ids, settings.lookAlike());
        GalleryProjection projection = new GalleryProjection(matrix, dimension, begins, ids);
        return new GallerySnapshot(Map.copyOf(persons), index, lookAlikes, projection, summary);
    }

    private void finishPerson() {
        if (owner == null || pending.isEmpty()) {
            return;
        }
        owners.add(owner.value());
        firstRows.add(rows.size());
        if (settings.score() == PersonScore.MEAN) {
            rows.add(EmbeddingMean.of(pending).direction().values());
        } else {
            pending.forEach(embedding -> rows.add(embedding.values()));
        }
        pending.clear();
    }
}
