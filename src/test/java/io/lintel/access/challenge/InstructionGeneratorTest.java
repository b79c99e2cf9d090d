package io.lintel.access.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class InstructionGeneratorTest {

    @Property(tries = 200)
    void aRowIsAsItShouldBe(Generator any) {
        int steps = any.intBetween(1, 6);
        boolean room = any.bool();
        long seed = any.seed();
        ChallengeSettings settings = ChallengeSettings.DEFAULT.withSteps(steps);
        List<Instruction> sequence = new InstructionGenerator(settings, new Random(seed)).sequence(room);

        assertThat(sequence).hasSize(steps).anyMatch(Instruction::isTurn);
        assertThat(sequence.stream().filter(each -> each == Instruction.CLOSER).count())
                .isLessThanOrEqualTo(room ? 1 : 0);
        for (int i = 1; i < sequence.size(); i++) {
            assertThat(sequence.get(i)).isNotEqualTo(sequence.get(i - 1));
        }
    }

    @Property(tries = 20)
    void noRowIsLikelierThanTheOthers(Generator any) {
        long seed = any.seed();
        InstructionGenerator draw = new InstructionGenerator(ChallengeSettings.DEFAULT, new Random(seed));
        Map<List<Instruction>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            counts.merge(draw.sequence(true), 1, Integer::sum);
        }

        assertThat(counts).hasSizeGreaterThan(20);
        assertThat(counts.values()).allMatch(count -> count < 3000 / 20 * 2);
    }

    @Property(tries = 50)
    void thePauseLiesWithinItsBounds(Generator any) {
        long seed = any.seed();
        ChallengeSettings settings = ChallengeSettings.DEFAULT;

        assertThat(new InstructionGenerator(settings, new Random(seed)).pause())
                .isBetween(settings.shortestPause(), settings.longestPause());
    }
}
