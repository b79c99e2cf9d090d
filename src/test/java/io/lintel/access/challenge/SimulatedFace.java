package io.lintel.access.challenge;

import io.lintel.face.BoundingBox;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An invented face that does what a test says, at 15 frames a second. */
final class SimulatedFace {

    static final long FRAME = Duration.ofSeconds(1).toNanos() / 15;

    long now = 1_000_000_000L;
    double yaw;
    double eyes = 0.28;
    double eyeDistance = 60;
    double x = 200;

    Gesture gesture() {
        float width = (float) (eyeDistance * 2.4);
        return new Gesture(now, yaw, eyes, eyeDistance, new BoundingBox((float) x - width / 2, 100, width, width));
    }

    /** Moves smoothly towards what was asked, and back when nothing is. */
    void obey(@Nullable Instruction asked) {
        now += FRAME;
        double wantedYaw = asked == Instruction.LEFT ? 28 : asked == Instruction.RIGHT ? -28 : 0;
        yaw += Math.clamp(wantedYaw - yaw, -5, 5);
        eyes = asked == Instruction.BLINK ? 0.13 : 0.28;
        if (asked == Instruction.CLOSER) {
            eyeDistance = Math.min(eyeDistance * 1.04, 150);
        }
    }

    void standStill() {
        now += FRAME;
    }

    /** Shows this face until the challenge is over, obeying with this delay. */
    static ChallengeState obeying(Challenge challenge, SimulatedFace face, Duration reaction) {
        Instruction seen = null;
        long since = 0;
        while (!challenge.isOver()) {
            if (challenge.instruction() != seen) {
                seen = challenge.instruction();
                since = face.now;
            }
            boolean reacted = face.now - since >= reaction.toNanos();
            face.obey(reacted ? seen : null);
            challenge.see(face.gesture());
        }
        return challenge.state();
    }
}
