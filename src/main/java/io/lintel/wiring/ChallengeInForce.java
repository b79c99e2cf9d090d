package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.config.LintelConfig.Challenge;
import io.lintel.face.LivenessSet;
import io.lintel.system.Kebab;

/**
 * When the challenge is asked for at this door, and why: the setting, or a default that follows from what is installed. Lintel's own
 * liveness network alone errs more often than together with the published pair, so where a door screen can ask, it does.
 *
 * @param why a clause for people, without a full stop
 */
public record ChallengeInForce(Challenge when, String why) {

    /** @param screenConnected whether a door screen has connected since the start */
    public static ChallengeInForce of(LintelConfig config, LivenessSet liveness, boolean screenConnected) {
        if (config.liveness().challenge().isPresent()) {
            return new ChallengeInForce(config.liveness().challenge().get(), "lintel.liveness.challenge is set");
        }
        if (liveness != LivenessSet.OWN) {
            return new ChallengeInForce(Challenge.NEVER, "the default");
        }
        return screenConnected
                ? new ChallengeInForce(
                        Challenge.WHEN_UNSURE,
                        "the default where a door screen has connected and only Lintel's own liveness network is installed")
                : new ChallengeInForce(Challenge.NEVER, "the default as long as no door screen has connected");
    }

    /** The setting's word. */
    public String word() {
        return Kebab.of(when);
    }
}
