package io.lintel.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private static final int TRIES = 30;

    private static int setUps;
    private static int tries;
    private static int tearDowns;

    private final List<String> events = new ArrayList<>();

    @BeforeAll
    static void begin() {
        setUps = 0;
        tries = 0;
        tearDowns = 0;
    }

    @BeforeEach
    void setUp() {
        events.add("set-up");
        setUps++;
    }

    @AfterEach
    void tearDown() {
        tearDowns++;
    }

    @Property(tries = TRIES)
    void eachTryHasItsOwnInstanceAndSetUp(Generator any) {
        assertThat(events).containsExactly("set-up");
        events.add("try");
        tries++;
    }

    /** JUnit's own instance, which no try uses, is set up once more, and so is that of each other test here. */
    @AfterAll
    static void allTriesHaveRun() {
        assertThat(tries == 0 || tries >= TRIES).isTrue();
        assertThat(setUps).isGreaterThanOrEqualTo(tries).isEqualTo(tearDowns);
    }

    @Test
    void aFailureNamesTheSmallestSampleAndTheSeedThatRepeatsIt() {
        PropertyRunner.Body tooLarge =
                any -> assertThat(any.intBetween(-1_000_000, 1_000_000)).isLessThan(12_345);

        AssertionError failure = failure(1000, 42, tooLarge);

        assertThat(failure).hasMessageContaining("smallest sample found: 12345\n");
        long seed = Long.parseLong(failure.getMessage().replaceAll("(?s).*property.seed=", ""));
        assertThat(failure(1, seed, tooLarge)).hasMessageContaining("in try 1 of 1; smallest sample found: 12345\n");
    }

    @Test
    void aListIsReducedToTheElementsThatMatter() {
        AssertionError failure = failure(1000, 7, any -> {
            List<Integer> list = any.listOf(0, 50, () -> any.intBetween(0, 100));
            assertThat(list.stream().filter(each -> each > 90).count()).isLessThan(2);
        });

        assertThat(failure).hasMessageContaining("smallest sample found: [91, 91]\n");
    }

    @Test
    void aTextIsReducedToTheCharacterThatMatters() {
        AssertionError failure =
                failure(1000, 7, any -> assertThat(any.text(200).chars()).noneMatch(character -> character == 'x'));

        assertThat(failure).hasMessageContaining("smallest sample found: \"x\"\n");
    }

    @Test
    void reducingDoesNotEndAtAnotherKindOfError() {
        AssertionError failure = failure(1000, 7, any -> {
            int number = any.intBetween(0, 1000);
            assertThat(number).isLessThan(500);
            if (number > 10) {
                throw new IllegalStateException();
            }
        });

        assertThat(failure.getMessage()).containsAnyOf("found: 11\n", "found: 500\n");
        assertThat(failure.getCause() instanceof IllegalStateException)
                .isEqualTo(failure.getMessage().contains("found: 11\n"));
    }

    @Test
    void aPropertyThatHoldsRunsAllItsTries() {
        int[] runs = {0};

        assertThatCode(() -> new PropertyRunner(250, 1).run(any -> runs[0]++)).doesNotThrowAnyException();

        assertThat(runs[0]).isEqualTo(250);
    }

    private static AssertionError failure(int tries, long seed, PropertyRunner.Body body) {
        PropertyRunner runner = new PropertyRunner(tries, seed);
        return catchThrowableOfType(AssertionError.class, () -> runner.run(body));
    }
}
