package io.lintel.wiring;

import io.lintel.face.FaceModels;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Answers which challenge is in force at this moment. Thread-safe. */
@Singleton
public class CurrentChallenge {

    private final ImmediateSettings settings;
    private final Instance<FaceModels> models;
    private final DoorScreens screens;

    CurrentChallenge(ImmediateSettings settings, Instance<FaceModels> models, DoorScreens screens) {
        this.settings = settings;
        this.models = models;
        this.screens = screens;
    }

    /** @throws io.lintel.system.LintelException while the models are not there */
    public ChallengeInForce now() {
        return ChallengeInForce.of(settings.now(), models.get().livenessSet(), screens.haveConnected());
    }
}
