package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.face.Embedding;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Estimating first changes no answer, not in the last bit. */
class TwoPassSearchTest {

    @Property(tries = 300)
    void theAnswerIsThatOfTheScalarSearchToTheLastBit(Generator any) {
        int dimension = any.intBetween(1, 200);
        Random random = any.random();
        double common = any.of(0.0, 0.3, 2.0);
        float[] site = vector(dimension, random);
        List<List<Embedding>> people =
                people(any.intBetween(0, 150), dimension, random, site, common, any.intBetween(0, 3));
        MatchSettings settings = new MatchSettings(any.of(PersonScore.values()), any.intBetween(1, 4));
        TemplateIndex scalar = index(people, settings, FlatSearch::new);
        TemplateIndex twoPass = index(people, settings, (rows, width) -> TwoPassSearch.over(rows, width, 1));
        int count = any.intBetween(1, 6);

        for (int i = 0; i < 5; i++) {
            Embedding probe = people.isEmpty() || random.nextBoolean()
                    ? embedding(dimension, random, site, common)
                    : people.get(random.nextInt(people.size())).getFirst();
            double length = random.nextBoolean() ? 1 : random.nextDouble();

            assertThat(twoPass.identify(probe, length)).isEqualTo(scalar.identify(probe, length));
            assertThat(twoPass.nearest(probe, count)).isEqualTo(scalar.nearest(probe, count));
            assertThat(twoPass.nearestByCosine(probe, count)).isEqualTo(scalar.nearestByCosine(probe, count));
        }
    }

    @Property(tries = 200)
    void anEstimateIsNoFartherFromTheScoreThanItSays(Generator any) {
        int dimension = any.intBetween(1, 300);
        int count = any.intBetween(1, 50);
        Random random = any.random();
        float[] rows = new float[count * dimension];
        for (int row = 0; row < count; row++) {
            System.arraycopy(spiky(dimension, random).values(), 0, rows, row * dimension, dimension);
        }
        float[] probe = spiky(dimension, random).values();
        TwoPassSearch search = TwoPassSearch.over(rows, dimension, 1);
        search.prepare();
        float[] estimates = new float[count];
        float[] scores = new float[count];

        double error = search.estimate(probe, estimates);
        search.score(probe, scores);

        for (int row = 0; row < count; row++) {
            assertThat(Math.abs((double) estimates[row] - scores[row])).isLessThanOrEqualTo(error);
            assertThat(search.score(probe, row)).isEqualTo(scores[row]);
        }
    }

    @Property(tries = 200)
    void aPersonScoresAloneAsAmongAll(Generator any) {
        int dimension = any.intBetween(1, 60);
        Random random = any.random();
        float[] site = vector(dimension, random);
        List<List<Embedding>> people = people(any.intBetween(1, 40), dimension, random, site, 0.5, 1);
        TemplateIndex index =
                index(people, new MatchSettings(any.of(PersonScore.values()), any.intBetween(1, 4)), FlatSearch::new);
        Embedding probe = embedding(dimension, random, site, 0.5);

        for (Candidate candidate : index.nearest(probe, people.size())) {
            assertThat(index.score(candidate.person(), probe)).hasValue(candidate.score());
        }
        for (Candidate candidate : index.nearestByCosine(probe, people.size())) {
            assertThat(index.cosine(candidate.person(), probe)).hasValue(candidate.score());
        }
        assertThat(index.score(new PersonId(people.size() + 1), probe)).isEmpty();
    }

    /** More rows than one block of the bytes has, and the best in the last one, which is shorter. */
    @Test
    void findsAcrossBlocks() {
        int dimension = 16;
        int count = 70_000;
        Random random = new Random(7);
        float[] rows = new float[count * dimension];
        for (int row = 0; row < count; row++) {
            System.arraycopy(
                    embedding(dimension, random, vector(dimension, random), 0).values(),
                    0,
                    rows,
                    row * dimension,
                    dimension);
        }
        TwoPassSearch search = TwoPassSearch.over(rows, dimension);
        search.prepare();
        float[] scores = new float[count];
        float[] estimates = new float[count];
        for (int row : new int[] {0, 65_599, 65_600, count - 1}) {
            float[] probe = Arrays.copyOfRange(rows, row * dimension, (row + 1) * dimension);
            double error = search.estimate(probe, estimates);
            search.score(probe, scores);

            assertThat(error).isBetween(1e-6, 0.05);
            for (int each = 0; each < count; each++) {
                assertThat(Math.abs((double) estimates[each] - scores[each]) <= error)
                        .isTrue();
            }
        }
    }

    @Test
    void manyThreadsSearchAtOnce() throws Exception {
        Random random = new Random(3);
        float[] site = vector(192, random);
        List<List<Embedding>> people = people(600, 192, random, site, 0, 0);
        TemplateIndex scalar = index(people, MatchSettings.DEFAULT, FlatSearch::new);
        TemplateIndex twoPass = index(people, MatchSettings.DEFAULT, TwoPassSearch::over);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Embedding probe = embedding(192, random, site, 0);
            tasks.add(() -> {
                assertThat(twoPass.identify(probe, 1)).isEqualTo(scalar.identify(probe, 1));
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    /** @param twins how many people get the templates of another, so that scores are equal */
    private static List<List<Embedding>> people(
            int count, int dimension, Random random, float[] site, double common, int twins) {
        List<List<Embedding>> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Embedding> templates = new ArrayList<>();
            do {
                templates.add(embedding(dimension, random, site, common));
            } while (random.nextInt(3) > 0);
            people.add(templates);
        }
        for (int i = 0; i < twins && count > 0; i++) {
            people.set(random.nextInt(count), people.get(random.nextInt(count)));
        }
        return people;
    }

    private static TemplateIndex index(
            List<List<Embedding>> people, MatchSettings settings, SimilaritySearch.Factory searches) {
        SnapshotBuilder builder = new SnapshotBuilder("m", settings);
        for (int i = 0; i < people.size(); i++) {
            builder.person(new Person(
                    new PersonId(i + 1), new PersonName("P"), "", true, ValiditySpan.UNLIMITED, Instant.EPOCH, null));
        }
        for (int i = 0; i < people.size(); i++) {
            PersonId id = new PersonId(i + 1);
            people.get(i).forEach(template -> builder.template(id, "m", template));
        }
        TemplateIndex index = builder.build(1, searches).index();
        index.prepare();
        return index;
    }

    private static Embedding embedding(int dimension, Random random, float[] site, double common) {
        float[] values = vector(dimension, random);
        for (int i = 0; i < dimension; i++) {
            values[i] += (float) (common * site[i]);
        }
        values[0] += values[0] < 0 ? -0.1f : 0.1f;
        return Embedding.of(values);
    }

    /** Few large values among small ones: the hardest for bytes. */
    private static Embedding spiky(int dimension, Random random) {
        float[] values = vector(dimension, random);
        for (int i = 0; i < dimension; i++) {
            values[i] *= (float) Math.exp(3 * random.nextGaussian());
        }
        values[0] += values[0] < 0 ? -0.1f : 0.1f;
        return Embedding.of(values);
    }

    private static float[] vector(int dimension, Random random) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
