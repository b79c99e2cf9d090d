package io.lintel.access.challenge;

import java.util.ArrayList;
import java.util.List;

/** Where a challenge stands. Only the {@link Challenge} moves between them. */
public sealed interface ChallengeState {

    /**
     * The person is to look straight before the next instruction.
     *
     * @param straight the gestures since the face is straight
     * @param pauseNanos how long that must last, drawn for this step
     */
    record Settling(int step, long sinceNanos, long pauseNanos, List<Gesture> straight) implements ChallengeState {

        static Settling begin(int step, long now, long pauseNanos) {
            return new Settling(step, now, pauseNanos, new ArrayList<>());
        }
    }

    /**
     * An instruction is on the screen.
     *
     * @param neutral how the face was before
     * @param doneNanos since when it is being followed; 0 when it is not
     * @param shutNanos since when the eyes are shut; 0 when they are not
     */
    record Asked(int step, Instruction instruction, long sinceNanos, Gesture neutral, long doneNanos, long shutNanos)
            implements ChallengeState {

        Asked following(long done, long shut) {
            return new Asked(step, instruction, sinceNanos, neutral, done, shut);
        }
    }

    record Passed() implements ChallengeState {}

    /** @param why one clause for the log */
    record Failed(String why) implements ChallengeState {}
}
