package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import io.lintel.face.FaceModels;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Answers which challenge is in force at this moment. Thread-safe. */
@Singleton
public class CurrentChallenge {

    private final LintelConfig config;
    private final Instance<FaceModels> models;
    private final DoorScreens screens;

    CurrentChallenge(LintelConfig config, Instance<FaceModels> models, DoorScreens screens) {
        this.config = config;
        this.models = models;
        this.screens = screens;
    }

    /** @throws io.lintel.system.LintelException while the models are not there */
    public ChallengeInForce now() {
        return ChallengeInForce.of(config, models.get().livenessSet(), screens.haveConnected());
    }
}
