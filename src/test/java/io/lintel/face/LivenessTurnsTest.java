package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivenessTurnsTest {

    private static List<Integer> first(LivenessTurns turns, int samples) {
        return IntStream.range(0, samples).map(turns::at).boxed().toList();
    }

    @Test
    void ownAndThePairTakeTurnsSoThatThreeSamplesHaveAskedAll() {
        assertThat(first(LivenessTurns.of(1, 2), 8)).containsExactly(1, 0, 2, 0, 1, 0, 2, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, '0 0 0 0'", "0, 2, '0 1 0 1'"})
    void networksOfOneKindFollowOneAnother(int own, int published, String order) {
        assertThat(first(LivenessTurns.of(own, published), 4))
                .isEqualTo(IntStream.of(order.chars()
                                .filter(Character::isDigit)
                                .map(c -> c - '0')
                                .toArray())
                        .boxed()
                        .toList());
    }

    @Test
    void aCounterThatOverflowsStillNamesANetwork() {
        assertThat(LivenessTurns.of(1, 2).at(Integer.MIN_VALUE)).isBetween(0, 2);
        assertThat(LivenessTurns.of(1, 2).at(-1)).isBetween(0, 2);
    }
}
