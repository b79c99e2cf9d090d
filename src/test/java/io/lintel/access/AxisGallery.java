package io.lintel.access;

import io.lintel.face.Embedding;
import io.lintel.gallery.Candidate;
import io.lintel.gallery.Identification;
import io.lintel.gallery.Identifier;
import io.lintel.gallery.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An exact search over invented people, each with one template. */
public final class AxisGallery implements Identifier {

    private final Map<PersonId, Embedding> templates = new LinkedHashMap<>();
    private final Map<PersonId, Set<PersonId>> lookAlikes = new HashMap<>();

    public void enrol(PersonId person, Embedding template) {
        templates.put(person, template);
    }

    /** From now on one may be taken for the other. */
    public void resemble(PersonId one, PersonId other) {
        lookAlikes.computeIfAbsent(one, id -> new HashSet<>()).add(other);
        lookAlikes.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    }

    @Override
    public Set<PersonId> lookAlikes(PersonId person) {
        return lookAlikes.getOrDefault(person, Set.of());
    }

    public void clear() {
        templates.clear();
    }

    @Override
    public Identification identify(Embedding probe) {
        List<Candidate> ranked = templates.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue().cosine(probe)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        return new Identification(
                ranked.isEmpty() ? null : ranked.getFirst(),
                ranked.size() < 2 ? null : ranked.get(1),
                ranked.size(),
                ranked.size());
    }
}
