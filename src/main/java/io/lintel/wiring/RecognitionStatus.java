package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.config.LintelConfig;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.GallerySummary;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How the things are that recognition works with: models, challenge, people. */
@Singleton
final class RecognitionStatus {

    private final ImmediateSettings settings;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final PersonKeyStore keys;
    private final CurrentChallenge challenge;

    RecognitionStatus(
            ImmediateSettings settings,
            Instance<FaceModels> models,
            Gallery gallery,
            PersonKeyStore keys,
            CurrentChallenge challenge) {
        this.settings = settings;
        this.models = models;
        this.gallery = gallery;
        this.keys = keys;
        this.challenge = challenge;
    }

    /** @throws LintelException while they are not there */
    Optional<ComponentStatus> models() {
        FaceModels installed = models.get();
        ComponentStatus status = switch (installed.livenessSet()) {
            case NONE ->
                ComponentStatus.bad(
                                "models",
                                "no liveness network: a photo cannot be told from a person",
                                "restore models/shipped from Lintel's release")
                        .butReady();
            case OWN ->
                ComponentStatus.warning(
                        "models",
                        installed.ids() + ": liveness without the published pair",
                        StandingWarnings.FETCH_THE_PAIR);
            case PUBLISHED, OWN_AND_PUBLISHED -> ComponentStatus.good("models", installed.ids());
        };
        return Optional.of(status.with("models", installed.ids())
                .with("liveness", !installed.liveness().isEmpty())
                .with("liveness-set", installed.livenessSet().word()));
    }

    /** Empty while the models are not there, and where liveness is off. */
    Optional<ComponentStatus> challenge() {
        if (settings.now().liveness().mode() == LintelConfig.LivenessMode.OFF) {
            return Optional.empty();
        }
        try {
            ChallengeInForce now = challenge.now();
            return Optional.of(ComponentStatus.good("challenge", now.word() + ": " + now.why()));
        } catch (LintelException e) {
            return Optional.empty();
        }
    }

    /** @throws LintelException while the database cannot be read, or its key is not there */
    Optional<ComponentStatus> key() {
        return Optional.of(ComponentStatus.good("key", keys.place()));
    }

    /** @throws LintelException while the database cannot be read */
    Optional<ComponentStatus> people() {
        GallerySummary enrolled = gallery.summary();
        if (enrolled.unreadable() > 0) {
            return Optional.of(ComponentStatus.warning(
                    "people",
                    enrolled.unreadable()
                            + " stored rows of people were altered or do not belong where they stand; they let"
                            + " nobody in",
                    "look for [unreadable] on the page People, remove them and enrol anew, or restore the last backup; 'lintel"
                            + " audit verify' shows whether the log was altered too"));
        }
        String text = Counted.people(enrolled.searchable()) + " can be recognised";
        int others = enrolled.persons() - enrolled.searchable();
        return Optional.of(
                others == 0
                        ? ComponentStatus.good("people", text)
                        : ComponentStatus.warning(
                                "people",
                                text + ", " + others + " must enrol again",
                                "enrol them anew, or run lintel models re-embed: they have no template of the embedder "
                                        + gallery.modelId()));
    }
}
