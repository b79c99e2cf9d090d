package io.lintel.access.challenge;

import io.lintel.access.challenge.ChallengeState.Asked;
import io.lintel.access.challenge.ChallengeState.Failed;
import io.lintel.access.challenge.ChallengeState.Passed;
import io.lintel.access.challenge.ChallengeState.Settling;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One challenge of one face: look straight, follow an instruction, look straight again, and so on to the end of the sequence, and straight once
 * more, so that the face can be recognised after it as before. The wrong movement fails, as does a face that is lost or jumps. Times are those
 * of the gestures. Not thread-safe.
 */
public final class Challenge {

    /** Larger than this share of the picture's width, the eyes' distance leaves no room to come closer. */
    private static final double CLOSE_ALREADY = 0.24;

    /** From how many gestures a neutral face is averaged. */
    private static final int NEUTRAL = 2;

    private static final double LARGEST_SCALING = 1.6;

    private final ChallengeSettings settings;
    private final InstructionGenerator generator;
    private final List<Instruction> sequence;
    private ChallengeState state;
    private @Nullable Gesture last;

    private Challenge(
            ChallengeSettings settings, InstructionGenerator generator, List<Instruction> sequence, long now) {
        this.settings = settings;
        this.generator = generator;
        this.sequence = List.copyOf(sequence);
        this.state = Settling.begin(0, now, generator.pause().toNanos());
    }

    /**
     * Begins one.
     *
     * @param eyeDistance of the face now, pixels
     * @param frameWidth pixels
     */
    public static Challenge begin(
            ChallengeSettings settings, InstructionGenerator generator, double eyeDistance, int frameWidth, long now) {
        boolean canComeCloser = eyeDistance < CLOSE_ALREADY * frameWidth;
        return new Challenge(settings, generator, generator.sequence(canComeCloser), now);
    }

    /** One with a given sequence, for tests and measurements. */
    static Challenge of(
            ChallengeSettings settings, InstructionGenerator generator, List<Instruction> sequence, long now) {
        return new Challenge(settings, generator, sequence, now);
    }

    public ChallengeState state() {
        return state;
    }

    public boolean isOver() {
        return state instanceof Passed || state instanceof Failed;
    }

    /** What to ask for now; null while the person is to look straight. */
    public @Nullable Instruction instruction() {
        return state instanceof Asked asked ? asked.instruction() : null;
    }

    /** For the log: the sequence and how it ended. */
    public String describe() {
        String end = switch (state) {
            case Passed passed -> "passed";
            case Failed failed -> failed.why();
            case Settling settling -> "not finished";
            case Asked asked -> "not finished";
        };
        return sequence.stream().map(Instruction::code).collect(Collectors.joining(" ")) + ": " + end;
    }

    /** Takes the face of the next frame. */
    public void see(Gesture now) {
        if (isOver()) {
            return;
        }
        Gesture before = last;
        last = now;
        String broken = before == null ? null : discontinuity(before, now);
        state = broken != null
                ? new Failed(broken)
                : switch (state) {
                    case Settling settling -> settle(settling, now);
                    case Asked asked -> follow(asked, now);
                    case Passed passed -> passed;
                    case Failed failed -> failed;
                };
    }

    /** Time passes without the face; also to be called when nothing else is. */
    public void timePasses(long now) {
        if (isOver()) {
            return;
        }
        Gesture before = last;
        if (before != null && now - before.nanos() > settings.longestGap().toNanos()) {
            state = new Failed("the face went out of sight");
        } else {
            state = overdue(now);
        }
    }

    private ChallengeState overdue(long now) {
        return switch (state) {
            case Settling settling
            when now - settling.sinceNanos() > settings.settleTime().toNanos() ->
                new Failed("did not look into the camera");
            case Asked asked
            when now - asked.sinceNanos() > settings.stepTime().toNanos() ->
                new Failed("did not follow " + asked.instruction().code());
            default -> state;
        };
    }

    private @Nullable String discontinuity(Gesture before, Gesture now) {
        if (now.nanos() - before.nanos() > settings.longestGap().toNanos()) {
            return "the face went out of sight";
        }
        if (now.speedFrom(before) > settings.fastest() || now.scalingFrom(before) > LARGEST_SCALING) {
            return "the face jumped";
        }
        return null;
    }

    private ChallengeState settle(Settling settling, Gesture now) {
        if (now.nanos() - settling.sinceNanos() > settings.settleTime().toNanos()) {
            return overdue(now.nanos());
        }
        List<Gesture> straight = settling.straight();
        if (Math.abs(now.yaw()) > settings.wrongTurn() || !isSteady(straight, now)) {
            straight.clear();
            return settling;
        }
        straight.add(now);
        boolean longEnough = now.nanos() - straight.getFirst().nanos() >= settling.pauseNanos();
        if (!longEnough || straight.size() < NEUTRAL) {
            return settling;
        }
        return settling.step() == sequence.size()
                ? new Passed()
                : new Asked(settling.step(), sequence.get(settling.step()), now.nanos(), mean(straight), 0, 0);
    }

    /** Straight, and the eyes open: as open as they were a moment ago. */
    private boolean isSteady(List<Gesture> straight, Gesture now) {
        if (straight.isEmpty()) {
            return true;
        }
        double eyes = straight.stream().mapToDouble(Gesture::eyes).max().orElse(0);
        return Math.abs(now.yaw() - straight.getFirst().yaw()) <= settings.straight()
                && now.eyes() >= settings.shutEyes() * eyes;
    }

    private static Gesture mean(List<Gesture> straight) {
        Gesture latest = straight.getLast();
        return new Gesture(
                latest.nanos(),
                straight.stream().mapToDouble(Gesture::yaw).average().orElse(0),
                straight.stream().mapToDouble(Gesture::eyes).average().orElse(0),
                straight.stream().mapToDouble(Gesture::eyeDistance).average().orElse(0),
                latest.box());
    }

    private ChallengeState follow(Asked asked, Gesture now) {
        if (now.nanos() - asked.sinceNanos() > settings.stepTime().toNanos()) {
            return overdue(now.nanos());
        }
        double turned = now.yaw() - asked.neutral().yaw();
        boolean shut = now.eyes() < settings.shutEyes() * asked.neutral().eyes() && Math.abs(turned) < settings.turn();
        long shutSince = shut ? (asked.shutNanos() == 0 ? now.nanos() : asked.shutNanos()) : 0;
        boolean eyesShut = shut && now.nanos() - shutSince >= settings.shutFor().toNanos();
        String wrong = wrong(asked.instruction(), turned, eyesShut);
        if (wrong != null) {
            return new Failed(wrong + " instead of " + asked.instruction().code());
        }
        boolean doing = switch (asked.instruction()) {
            // From the camera too: a picture that sways by 12 degrees turns by 24 from end to end.
            case LEFT -> Math.min(turned, now.yaw()) >= settings.turn();
            case RIGHT -> Math.max(turned, now.yaw()) <= -settings.turn();
            case BLINK -> eyesShut;
            case CLOSER ->
                now.eyeDistance() >= settings.growth() * asked.neutral().eyeDistance();
        };
        if (!doing) {
            return asked.following(0, shutSince);
        }
        // Two frames: one alone may be a slip of the landmarks.
        return asked.doneNanos() == 0 && asked.instruction() != Instruction.BLINK
                ? asked.following(now.nanos(), shutSince)
                : Settling.begin(
                        asked.step() + 1, now.nanos(), generator.pause().toNanos());
    }

    private @Nullable String wrong(Instruction asked, double turned, boolean eyesShut) {
        if (turned >= settings.wrongTurn() && asked != Instruction.LEFT) {
            return "turned left";
        }
        if (turned <= -settings.wrongTurn() && asked != Instruction.RIGHT) {
            return "turned right";
        }
        return eyesShut && asked != Instruction.BLINK ? "shut the eyes" : null;
    }
}
