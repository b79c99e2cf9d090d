package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.Embedding;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the people of a site have in common is left out of the scores. */
class SiteCentringTest {

    private static final int DIMENSION = 192;

    @Property(tries = 60)
    void nothingIsLeftOutAtASiteOfFewPeople(Generator any) {
        Random random = any.random();
        int people = any.intBetween(0, SiteResemblance.LEAST_PEOPLE - 1);
        List<Embedding> templates = site(people, 0.5, random);
        Embedding probe = person(0.5, random);

        Identification answer = gallery(templates).identify(probe);

        assertThat(answer.site().share()).isZero();
        if (people > 0) {
            assertThat(answer.best().score()).isEqualTo(answer.bestCosine());
        } else {
            assertThat(answer.best()).isNull();
        }
    }

    @Property(tries = 60)
    void theShareLiesBetweenNothingAndTheWhole(Generator any) {
        SiteResemblance site = new SiteResemblance(
                any.intBetween(0, 100_000), any.longBetween(0, 1_000_000), any.doubleBetween(-1, 1), 0.1, 1);

        assertThat(site.share()).isBetween(0.0, 1.0).isNotEqualTo(1.0);
    }

    @Property(tries = 60)
    void everybodysOwnTemplateScoresOne(Generator any) {
        Random random = any.random();
        List<Embedding> templates = site(any.intBetween(1, 40), any.doubleBetween(0, 0.8), random);
        int chosen = any.intBetween(0, templates.size() - 1);

        Identification answer = gallery(templates).identify(templates.get(chosen));

        assertThat(answer.best().person()).isEqualTo(new PersonId(chosen + 1));
        assertThat(answer.best().score()).isCloseTo(1, within(1e-5));
    }

    @Property(tries = 60)
    void noScoreExceedsItsCosine(Generator any) {
        Random random = any.random();
        List<Embedding> templates = site(any.intBetween(1, 40), any.doubleBetween(0, 0.8), random);

        Identification answer = gallery(templates).identify(person(any.doubleBetween(0, 0.9), random));

        assertThat(answer.best().score()).isLessThanOrEqualTo(answer.bestCosine() + 1e-6);
    }

    @Property(tries = 60)
    void theOrderOfEnrolmentDoesNotMatter(Generator any) {
        Random random = any.random();
        List<Embedding> templates = site(any.intBetween(6, 30), any.doubleBetween(0, 0.8), random);
        List<Embedding> shuffled = new ArrayList<>(templates);
        Collections.shuffle(shuffled, random);
        Embedding probe = near(templates.getFirst(), 0.3, random);

        Identification one = gallery(templates).identify(probe);
        Identification other = gallery(shuffled).identify(probe);

        assertThat(other.best().score()).isCloseTo(one.best().score(), within(1e-5));
        assertThat(other.runnerUp().score()).isCloseTo(one.runnerUp().score(), within(1e-5));
        assertThat(other.site().mean()).isCloseTo(one.site().mean(), within(1e-6));
    }

    @Property(tries = 60)
    void theScoreIsTheCosineOfWhatIsLeftWithoutTheOthersMean(Generator any) {
        Random random = any.random();
        List<Embedding> templates = site(any.intBetween(6, 30), any.doubleBetween(0.2, 0.8), random);
        Embedding probe = near(templates.getFirst(), 0.4, random);

        Identification answer = gallery(templates).identify(probe);

        int best = (int) answer.best().person().value() - 1;
        double share = answer.site().share();
        double common = share * answer.site().mean();
        double[] others = new double[DIMENSION];
        for (int i = 0; i < templates.size(); i++) {
            if (i != best) {
                float[] values = templates.get(i).values();
                for (int k = 0; k < DIMENSION; k++) {
                    others[k] += values[k] / (templates.size() - 1.0);
                }
            }
        }
        double left = without(probe, others, share).cosine(without(templates.get(best), others, share));
        assertThat(answer.best().score())
                .isCloseTo(Math.min(answer.bestCosine(), common + (1 - common) * left), within(1e-4));
    }

    @Test
    void peopleWhoDoNotResembleEachOtherAreScoredByTheirCosine() {
        Random random = new Random(1);
        List<Embedding> templates = site(50, 0, random);
        Embedding probe = near(templates.getFirst(), 0.5, random);

        Identification answer = gallery(templates).identify(probe);

        assertThat(answer.site().mean()).isCloseTo(0, within(0.02));
        assertThat(answer.best().score()).isCloseTo(answer.bestCosine(), within(0.02));
    }

    @Test
    void theResemblanceOfASiteIsThatOfItsPairs() {
        SiteResemblance site = gallery(site(40, 0.25, new Random(2)))
                .identify(person(0.25, new Random(3)))
                .site();

        assertThat(site.people()).isEqualTo(40);
        assertThat(site.pairs()).isEqualTo(780);
        assertThat(site.mean()).isCloseTo(0.25, within(0.05));
        assertThat(site.highest()).isGreaterThan(site.mean() + site.deviation());
    }

    /** People whose templates have about this cosine to each other: a shared component and one of their own. */
    private static List<Embedding> site(int people, double resemblance, Random random) {
        List<Embedding> templates = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            templates.add(person(resemblance, random));
        }
        return templates;
    }

    private static Embedding person(double resemblance, Random random) {
        float[] values = new float[DIMENSION];
        for (int i = 1; i < DIMENSION; i++) {
            values[i] = (float) (random.nextGaussian() * Math.sqrt((1 - resemblance) / (DIMENSION - 1)));
        }
        values[0] = (float) Math.sqrt(resemblance);
        return Embedding.of(values);
    }

    private static Embedding near(Embedding other, double noise, Random random) {
        float[] values = other.values();
        for (int i = 0; i < DIMENSION; i++) {
            values[i] += (float) (random.nextGaussian() * noise / Math.sqrt(DIMENSION));
        }
        return Embedding.of(values);
    }

    private static Embedding without(Embedding from, double[] mean, double share) {
        float[] values = from.values();
        for (int i = 0; i < DIMENSION; i++) {
            values[i] -= (float) (share * mean[i]);
        }
        return Embedding.of(values);
    }

    private static MemoryGallery gallery(List<Embedding> templates) {
        MemoryGallery gallery = MemoryGallery.asAtTheDoor();
        // numbers follow the templates' order in every list, so that a shuffled one is another site of the same people
        for (int i = 0; i < templates.size(); i++) {
            gallery.enrol(new PersonId(i + 1), List.of(templates.get(i)));
        }
        return gallery;
    }
}
