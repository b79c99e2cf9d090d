package io.lintel.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Some hundred tries meet the values that errors of programs are usually found with. */
class GeneratorTest {

    private static <T> List<T> generated(int tries, Function<Generator, T> what) {
        List<T> all = new ArrayList<>();
        new PropertyRunner(tries, 3).run(any -> all.add(what.apply(any)));
        return all;
    }

    @Test
    void integersStayWithinTheirBoundsAndMeetTheEdges() {
        assertThat(generated(100, any -> any.intBetween(-5_000, 90_000)))
                .allMatch(number -> number >= -5_000 && number <= 90_000)
                .contains(-5_000, -4_999, -1, 0, 1, 89_999, 90_000)
                .anyMatch(number -> number > 10_000 && number < 80_000);
        assertThat(generated(100, any -> any.intBetween(Integer.MIN_VALUE, Integer.MAX_VALUE)))
                .contains(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
        assertThat(generated(10, any -> any.intBetween(7, 7))).containsOnly(7);
    }

    @Test
    void twoParametersMeetTheirEdgesTogether() {
        assertThat(generated(500, any -> List.of(any.intBetween(0, 1439), any.intBetween(0, 1439))))
                .contains(List.of(0, 0), List.of(1439, 1439));
    }

    @Test
    void doublesMeetTheirBoundsAndAreRoundOrNot() {
        assertThat(generated(100, any -> any.doubleBetween(-3, 0.5)))
                .allMatch(number -> number >= -3 && number <= 0.5)
                .contains(-3.0, 0.0, 0.01, -0.01, 0.5)
                .anyMatch(number -> Math.rint(number * 100) != number * 100);
    }

    @Test
    void listsAreEmptyFullAndOfLengthsBetween() {
        assertThat(generated(100, any -> any.listOf(0, 40, any::bool).size()))
                .contains(0, 1, 40)
                .allMatch(size -> size <= 40)
                .anyMatch(size -> size > 10 && size < 30);
        assertThat(generated(100, any -> any.listOf(3, 5, any::bool).size())).containsOnly(3, 4, 5);
    }

    @Test
    void textsContainOddCharactersAndKeepTheirLength() {
        List<String> texts = generated(300, any -> any.text(11));

        assertThat(texts).contains("").allMatch(text -> text.length() <= 11).anyMatch(text -> text.length() == 11);
        assertThat(texts).anyMatch(text -> text.codePointCount(0, text.length()) < text.length());
        assertThat(String.join("", texts)).contains("\0", "\n", "\u202e", "ß", "a", "z");
    }

    @Test
    void theSameSeedGeneratesTheSame() {
        Function<Generator, Object> something = any -> List.of(any.text(20), any.seed(), any.doubleBetween(0, 1));

        assertThat(generated(50, something)).isEqualTo(generated(50, something));
    }

    @Test
    void aRangeIsOrderedByDistanceFromZero() {
        assertThat(LongStream.range(0, 8).map(new AroundZero(-2, 5)::number))
                .containsExactly(0L, 1L, -1L, 2L, -2L, 3L, 4L, 5L);
        assertThat(LongStream.range(0, 3).map(new AroundZero(-9, -7)::number)).containsExactly(-7L, -8L, -9L);
        assertThat(IntStream.range(0, 8)).allMatch(place -> {
            AroundZero range = new AroundZero(-5, 2);
            return range.place(range.number(place)) == place;
        });
    }
}
