package io.lintel.evaluation;

import io.lintel.access.evidence.EmbeddingMean;
import io.lintel.face.Embedding;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small gallery in memory: a person's score is the cosine to the normalised mean of his templates, as at the door. */
public final class MeanTemplates implements Identifier {

    private final Map<PersonId, Embedding> people = new LinkedHashMap<>();
    private int templates;

    public void enrol(PersonId person, List<Embedding> shots) {
        people.put(person, EmbeddingMean.of(shots).direction());
        templates += shots.size();
    }

    @Override
    public Identification identify(Embedding probe) {
        List<Candidate> ranked = people.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue().cosine(probe)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        return new Identification(
                ranked.isEmpty() ? null : ranked.getFirst(),
                ranked.size() < 2 ? null : ranked.get(1),
                ranked.size(),
                templates);
    }
}
