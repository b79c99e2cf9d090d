package io.lintel.wiring;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.face.FaceModels;
import io.lintel.face.LivenessSet;
import io.lintel.system.LintelException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What every page has to say as long as it is so. */
@Singleton
public class StandingWarnings {

    /** What to do about a missing published pair. */
    static final String FETCH_THE_PAIR =
            "run 'lintel models fetch', or copy its files from another machine (docs/INSTALL.md)";

    /**
     * @param code for programs
     * @param text one sentence for people
     * @param severe whether a photo passes, or nobody does, as long as it is so
     */
    public record Warning(String code, String text, boolean severe) {}

    private final ImmediateSettings settings;
    private final Instance<FaceModels> models;

    StandingWarnings(ImmediateSettings settings, Instance<FaceModels> models) {
        this.settings = settings;
        this.models = models;
    }

    /** Empty when all is well. */
    public List<Warning> now() {
        LivenessSet liveness;
        try {
            liveness = models.get().livenessSet();
        } catch (LintelException e) {
            // Without face models at all nobody is recognised; the health page says so.
            liveness = LivenessSet.OWN_AND_PUBLISHED;
        }
        List<Warning> warnings = new ArrayList<>();
        StartSettings.current()
                .flatMap(StartSettings::refusal)
                .map(StandingWarnings::refused)
                .ifPresent(warnings::add);
        warnings.addAll(of(settings.now(), liveness));
        return warnings;
    }

    private static Warning refused(String reason) {
        return new Warning(
                "settings-refused",
                "Lintel could not start with the changed settings and runs with those of its last run: " + reason
                        + ". Remedy: " + StartSettings.REMEDY,
                true);
    }

    /** @param liveness the networks that are installed; all of them while that is not known yet */
    static List<Warning> of(LintelConfig config, LivenessSet liveness) {
        if (config.liveness().mode() == LintelConfig.LivenessMode.OFF) {
            return List.of(new Warning(
                    "no-anti-spoofing",
                    "Anti-spoofing is switched off (lintel.liveness.mode=off): a photo of an enrolled person opens this door.",
                    true));
        }
        return switch (liveness) {
            case NONE -> List.of(new Warning("anti-spoof-models-missing", withoutAny(config), true));
            case OWN ->
                List.of(new Warning(
                        "own-liveness-only",
                        "Liveness rests on Lintel's own network (lintel_liveness) alone. It refuses photos and screens, but together"
                                + " with the published pair it errs less often. Remedy: " + FETCH_THE_PAIR,
                        false));
            case PUBLISHED, OWN_AND_PUBLISHED -> List.of();
        };
    }

    private static String withoutAny(LintelConfig config) {
        return RunMode.of(config) == RunMode.DEMO
                ? "No liveness network is installed: in this demonstration a photo passes for the person. A real door"
                        + " would let nobody in. Remedy: restore models/shipped from Lintel's release"
                : "No liveness network is installed, so a photo cannot be told from a person and the door lets nobody"
                        + " in. Remedy: restore models/shipped from Lintel's release";
    }

    /** The rule in force: a demonstration without any liveness network shows what it can, and says that a photo passes. */
    static LivenessPolicy policy(LintelConfig config, LivenessPolicy chosen, LivenessSet liveness) {
        return liveness == LivenessSet.NONE && RunMode.of(config) == RunMode.DEMO ? new LivenessPolicy.Off() : chosen;
    }
}
