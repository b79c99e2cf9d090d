package io.lintel.wiring;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceModels;
import io.lintel.system.LintelException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What every page has to say as long as it is so. */
@Singleton
public class StandingWarnings {

    /** @param code for programs; @param text one sentence for people */
    public record Warning(String code, String text) {}

    private final LintelConfig config;
    private final Instance<FaceModels> models;

    StandingWarnings(LintelConfig config, Instance<FaceModels> models) {
        this.config = config;
        this.models = models;
    }

    /** Empty when all is well. */
    public List<Warning> now() {
        boolean installed;
        try {
            installed = !models.get().liveness().isEmpty();
        } catch (LintelException e) {
            // Without face models at all nobody is recognised; the health page says so.
            installed = true;
        }
        return of(config, installed);
    }

    /** @param livenessInstalled whether all anti-spoof models are there; true while that is not known yet */
    static List<Warning> of(LintelConfig config, boolean livenessInstalled) {
        List<Warning> warnings = new ArrayList<>();
        boolean off = config.liveness().mode() == LintelConfig.LivenessMode.OFF;
        if (off) {
            warnings.add(
                    new Warning(
                            "no-anti-spoofing",
                            "Anti-spoofing is switched off (lintel.liveness.mode=off): a photo of an enrolled person opens this door."));
        } else if (!livenessInstalled && RunMode.of(config) == RunMode.DEMO) {
            warnings.add(new Warning(
                    "anti-spoof-models-missing",
                    "The anti-spoof models are not installed: in this demonstration a photo passes for the person. A real door"
                            + " would let nobody in. Remedy: lintel models fetch"));
        } else if (!livenessInstalled) {
            warnings.add(new Warning(
                    "anti-spoof-models-missing",
                    "The anti-spoof models are not installed, so a photo cannot be told from a person and the door lets nobody"
                            + " in. Remedy: lintel models fetch"));
        }
        return warnings;
    }

    /** The rule in force: a demonstration without anti-spoof models shows what it can, and says that a photo passes. */
    static LivenessPolicy policy(LintelConfig config, LivenessPolicy chosen, boolean livenessInstalled) {
        return !livenessInstalled && RunMode.of(config) == RunMode.DEMO ? new LivenessPolicy.Off() : chosen;
    }
}
