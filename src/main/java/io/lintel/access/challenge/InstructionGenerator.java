package io.lintel.access.challenge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws what is asked for. All sequences that are allowed are equally likely. Uses its generator only; not thread-safe beyond it. */
public final class InstructionGenerator {

    private final ChallengeSettings settings;
    private final RandomGenerator random;

    /** @param random {@link java.security.SecureRandom} at a door: what comes must not be guessed */
    public InstructionGenerator(ChallengeSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * A sequence of instructions: none twice in succession, coming closer once at most, at least one turn of the head.
     *
     * @param canComeCloser false when the face fills the picture already
     */
    List<Instruction> sequence(boolean canComeCloser) {
        Set<Instruction> possible = EnumSet.allOf(Instruction.class);
        if (!canComeCloser) {
            possible.remove(Instruction.CLOSER);
        }
        List<Instruction> choices = List.copyOf(possible);
        while (true) {
            List<Instruction> sequence = new ArrayList<>();
            for (int i = 0; i < settings.steps(); i++) {
                sequence.add(choices.get(random.nextInt(choices.size())));
            }
            if (isAllowed(sequence)) {
                return sequence;
            }
        }
    }

    private static boolean isAllowed(List<Instruction> sequence) {
        for (int i = 1; i < sequence.size(); i++) {
            if (sequence.get(i) == sequence.get(i - 1)) {
                return false;
            }
        }
        return sequence.stream().filter(each -> each == Instruction.CLOSER).count() <= 1
                && sequence.stream().anyMatch(Instruction::isTurn);
    }

    /** How long somebody looks straight before the next instruction. */
    Duration pause() {
        long range = settings.longestPause().minus(settings.shortestPause()).toNanos();
        return settings.shortestPause().plusNanos(range == 0 ? 0 : random.nextLong(range));
    }
}
