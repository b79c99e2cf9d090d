package io.lintel.access.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InstructionDrawTest {

    @Property(tries = 200)
    void aRowIsAsItShouldBe(@ForAll @IntRange(min = 1, max = 6) int steps, @ForAll boolean room, @ForAll long seed) {
        ChallengeSettings settings = ChallengeSettings.DEFAULT.withSteps(steps);
        List<Instruction> row = new InstructionDraw(settings, new Random(seed)).row(room);

        assertThat(row).hasSize(steps).anyMatch(Instruction::isTurn);
        assertThat(row.stream().filter(each -> each == Instruction.CLOSER).count())
                .isLessThanOrEqualTo(room ? 1 : 0);
        for (int i = 1; i < row.size(); i++) {
            assertThat(row.get(i)).isNotEqualTo(row.get(i - 1));
        }
    }

    @Property(tries = 20)
    void noRowIsLikelierThanTheOthers(@ForAll long seed) {
        InstructionDraw draw = new InstructionDraw(ChallengeSettings.DEFAULT, new Random(seed));
        Map<List<Instruction>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            counts.merge(draw.row(true), 1, Integer::sum);
        }

        assertThat(counts).hasSizeGreaterThan(20);
        assertThat(counts.values()).allMatch(count -> count < 3000 / 20 * 2);
    }

    @Property(tries = 50)
    void thePauseLiesWithinItsBounds(@ForAll long seed) {
        ChallengeSettings settings = ChallengeSettings.DEFAULT;

        assertThat(new InstructionDraw(settings, new Random(seed)).pause())
                .isBetween(settings.shortestPause(), settings.longestPause());
    }
}
