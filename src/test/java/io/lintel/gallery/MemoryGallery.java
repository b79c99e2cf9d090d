package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A gallery in memory that answers exactly as the stored one does, or by plain cosines as Lintel did before it knew of sites. */
public final class MemoryGallery implements Identifier {

    private static final String MODEL = "m";

    private final Map<PersonId, List<Embedding>> people = new LinkedHashMap<>();
    private final Function<TemplateIndex, Identifier> answers;
    private Identifier index;

    private MemoryGallery(Function<TemplateIndex, Identifier> answers) {
        this.answers = answers;
        this.index = build();
    }

    /** As the door's. */
    public static MemoryGallery asAtTheDoor() {
        return new MemoryGallery(Indexed::new);
    }

    /** By plain cosines; the site's people say nothing against anybody. */
    public static MemoryGallery byPlainCosine() {
        return new MemoryGallery(Plain::new);
    }

    /** With the mean of these shots as template. */
    public MemoryGallery enrol(PersonId person, List<Embedding> shots) {
        people.put(person, List.copyOf(shots));
        index = null;
        return this;
    }

    @Override
    public Identification identify(Embedding probe) {
        return index().identify(probe, 1);
    }

    @Override
    public Identification identify(Embedding direction, double length) {
        return index().identify(direction, length);
    }

    private Identifier index() {
        if (index == null) {
            index = build();
        }
        return index;
    }

    private Identifier build() {
        SnapshotBuilder builder = new SnapshotBuilder(MODEL, MatchSettings.DEFAULT);
        people.keySet()
                .forEach(id -> builder.person(
                        new Person(id, new PersonName("P"), "", true, ValiditySpan.UNLIMITED, Instant.EPOCH, null)));
        people.forEach((id, shots) -> shots.forEach(shot -> builder.template(id, MODEL, shot)));
        return answers.apply(builder.build(1, FlatSearch::new).index());
    }

    private record Indexed(TemplateIndex index) implements Identifier {

        @Override
        public Identification identify(Embedding probe) {
            return index.identify(probe, 1);
        }

        @Override
        public Identification identify(Embedding direction, double length) {
            return index.identify(direction, length);
        }
    }

    private record Plain(TemplateIndex index) implements Identifier {

        @Override
        public Identification identify(Embedding probe) {
            List<Candidate> ranked = index.nearestByCosine(probe, 2);
            return new Identification(
                    ranked.isEmpty() ? null : ranked.getFirst(),
                    ranked.size() < 2 ? null : ranked.get(1),
                    index.persons(),
                    index.rows(),
                    ranked.isEmpty() ? 0 : ranked.getFirst().score(),
                    new SiteResemblance(index.persons(), 1, 0, 0, 0));
        }
    }
}
