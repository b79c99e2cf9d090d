package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.Embedding;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The index against the definition of a score, written down without any cleverness. */
class GallerySearchPropertyTest {

    private record Enrolled(PersonId id, List<Embedding> templates) {}

    private record Scored(PersonId id, double score) {}

    @Property(tries = 200)
    void theSearchAnswersAsTheDefinitionDoes(Generator any) {
        int persons = any.intBetween(0, 40);
        int dimension = any.intBetween(1, 33);
        int nearest = any.intBetween(1, 5);
        PersonScore rule = any.of(PersonScore.values());
        Random random = any.random();
        List<Enrolled> people = people(persons, dimension, random);
        MatchSettings settings = new MatchSettings(rule, nearest);
        Embedding probe = embedding(dimension, random);

        List<Candidate> answers = snapshot(people, settings).index().nearestByCosine(probe, persons);

        List<Scored> expected = people.stream()
                .map(person -> new Scored(person.id, score(person.templates, probe, settings)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        assertThat(answers).hasSize(persons);
        for (int place = 0; place < persons; place++) {
            check(answers.get(place), place, expected);
        }
        assertThat(answers.stream().map(Candidate::person).distinct()).hasSize(persons);
    }

    @Property(tries = 200)
    void theDoorsAnswerIsTheFirstTwoOfItsOwnRanking(Generator any) {
        int dimension = any.intBetween(1, 33);
        Random random = any.random();
        List<Enrolled> people = people(any.intBetween(0, 40), dimension, random);
        TemplateIndex index = snapshot(people, new MatchSettings(any.of(PersonScore.values()), any.intBetween(1, 5)))
                .index();
        Embedding probe = embedding(dimension, random);

        Identification answer = index.identify(probe, 1);
        List<Candidate> ranked = index.nearest(probe, 2);

        assertThat(answer.persons()).isEqualTo(people.size());
        assertThat(answer.best() == null ? 0 : 1).isEqualTo(Math.min(1, people.size()));
        if (answer.best() != null) {
            assertThat(answer.best().score()).isEqualTo(ranked.getFirst().score());
        }
        if (answer.runnerUp() != null) {
            assertThat(answer.runnerUp().score()).isEqualTo(ranked.get(1).score());
            assertThat(answer.runnerUp().person()).isNotEqualTo(answer.best().person());
        }
    }

    private static void check(Candidate candidate, int place, List<Scored> expected) {
        if (expected.size() <= place) {
            assertThat(candidate).isNull();
            return;
        }
        assertThat(candidate.score()).isCloseTo(expected.get(place).score, within(1e-5));
        // By score and not by id: two persons may be equal within the rounding of a float.
        assertThat(expected)
                .filteredOn(scored -> scored.id.equals(candidate.person()))
                .singleElement()
                .satisfies(scored -> assertThat(scored.score).isCloseTo(candidate.score(), within(1e-5)));
    }

    private static double score(List<Embedding> templates, Embedding probe, MatchSettings settings) {
        if (settings.score() == PersonScore.NEAREST) {
            return templates.stream()
                    .map(template -> template.cosine(probe))
                    .sorted(Comparator.reverseOrder())
                    .limit(settings.nearest())
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }
        float[] sum = new float[probe.dimension()];
        for (Embedding template : templates) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += template.values()[i];
            }
        }
        return Embedding.of(sum).cosine(probe);
    }

    private static List<Enrolled> people(int persons, int dimension, Random random) {
        List<Enrolled> people = new ArrayList<>();
        for (int i = 1; i <= persons; i++) {
            List<Embedding> templates = new ArrayList<>();
            Embedding first = embedding(dimension, random);
            templates.add(first);
            while (random.nextInt(3) > 0) {
                templates.add(near(first, random)); // so that no mean is without direction
            }
            people.add(new Enrolled(new PersonId(i), templates));
        }
        return people;
    }

    private static GallerySnapshot snapshot(List<Enrolled> people, MatchSettings settings) {
        SnapshotBuilder builder = new SnapshotBuilder("m", settings);
        for (Enrolled person : people) {
            builder.person(
                    new Person(person.id, new PersonName("P"), "", true, ValiditySpan.UNLIMITED, Instant.EPOCH, null));
        }
        for (Enrolled person : people) {
            person.templates.forEach(template -> builder.template(person.id, "m", template));
        }
        return builder.build(1, FlatSearch::new);
    }

    private static Embedding embedding(int dimension, Random random) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        values[0] += values[0] < 0 ? -0.1f : 0.1f;
        return Embedding.of(values);
    }

    private static Embedding near(Embedding other, Random random) {
        float[] values = other.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (random.nextGaussian() * 0.3 * values[i]);
        }
        float[] anchor = other.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += 2 * anchor[i];
        }
        return Embedding.of(values);
    }
}
