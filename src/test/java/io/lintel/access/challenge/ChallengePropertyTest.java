package io.lintel.access.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.challenge.ChallengeState.Passed;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import java.util.Random;

/** Whatever is drawn, some things always hold. */
class ChallengePropertyTest {

    private static final ChallengeSettings SETTINGS = ChallengeSettings.DEFAULT;

    private static Challenge challenge(long seed, SimulatedFace actor) {
        return Challenge.begin(SETTINGS, new InstructionGenerator(SETTINGS, new Random(seed)), 60, 640, actor.now);
    }

    @Property(tries = 200)
    void whoFollowsPasses(Generator any) {
        long seed = any.seed();
        int reactionMillis = any.intBetween(0, 3000);
        SimulatedFace actor = new SimulatedFace();

        assertThat(SimulatedFace.obeying(challenge(seed, actor), actor, Duration.ofMillis(reactionMillis)))
                .isInstanceOf(Passed.class);
    }

    /** A picture that is moved and turned about as one likes, but whose eyes stay open and which turns by less than a head. */
    @Property(tries = 200)
    void aPictureThatIsMovedAboutNeverPasses(Generator any) {
        long seed = any.seed();
        double sway = any.doubleBetween(0, 18);
        long noise = any.seed();
        SimulatedFace actor = new SimulatedFace();
        Challenge challenge = challenge(seed, actor);
        Random random = new Random(noise);
        for (int i = 0; i < 15 * 60 && !challenge.isOver(); i++) {
            actor.standStill();
            actor.yaw = sway * Math.sin(i / 10.0);
            actor.eyes = 0.28 + 0.02 * random.nextDouble();
            actor.eyeDistance = 60 + 20 * Math.sin(i / 25.0);
            actor.x = 200 + 30 * Math.sin(i / 15.0);
            challenge.see(actor.gesture());
        }

        assertThat(challenge.state()).isNotInstanceOf(Passed.class);
    }

    @Property(tries = 100)
    void itEndsInBoundedTimeWhateverIsShown(Generator any) {
        long seed = any.seed();
        long noise = any.seed();
        SimulatedFace actor = new SimulatedFace();
        Challenge challenge = challenge(seed, actor);
        Random random = new Random(noise);
        Duration longest = SETTINGS.stepTime().plus(SETTINGS.settleTime()).multipliedBy(SETTINGS.steps() + 1);
        long end = actor.now + longest.toNanos();
        while (actor.now < end) {
            actor.standStill();
            actor.yaw = random.nextDouble(-40, 40);
            actor.eyes = random.nextDouble(0.1, 0.3);
            challenge.see(actor.gesture());
            challenge.timePasses(actor.now);
        }

        assertThat(challenge.isOver()).isTrue();
    }
}
