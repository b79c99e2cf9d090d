package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings that take effect at once: their parts ask here at each use, or are told of a change. All others are what the program has
 * started with. Thread-safe.
 */
@Singleton
public class ImmediateSettings {

    private static final List<String> LIVE = List.of(
            "lintel.alarm.",
            "lintel.backup.",
            "lintel.camera.field-of-view",
            "lintel.decision.agreeing-frames",
            "lintel.decision.lowest-threshold",
            "lintel.decision.margin",
            "lintel.decision.target-fpir",
            "lintel.door-screen.",
            "lintel.door.held-open-after",
            "lintel.door.longest-unlock",
            "lintel.door.opening-grace",
            "lintel.door.pre-alarm",
            "lintel.door.relock-on",
            "lintel.door.unlock-time",
            "lintel.holidays.",
            "lintel.liveness.",
            "lintel.log.keep",
            "lintel.log.snapshots-",
            "lintel.people.consent-text",
            "lintel.pin.",
            "lintel.visit.");

    private final LintelConfig atStart;
    private final Map<String, Listener> listeners = new LinkedHashMap<>();

    private record Listener(List<String> settings, Consumer<LintelConfig> use) {

        boolean concerns(Set<String> changed) {
            return changed.stream().anyMatch(key -> settings.stream().anyMatch(key::startsWith));
        }
    }

    ImmediateSettings(LintelConfig atStart) {
        this.atStart = atStart;
    }

    /** Whether a change of it is in force as soon as it is saved. */
    public static boolean isLive(String key) {
        return LIVE.stream().anyMatch(key::startsWith);
    }

    /** Not to be kept: the next change makes new ones. */
    public LintelConfig now() {
        return StartSettings.current().map(StartSettings::config).orElse(atStart);
    }

    /**
     * For a part that cannot ask at each use.
     *
     * @param part whose it is; a later one of the same part takes its place
     * @param settings how the keys begin that concern it
     * @param use puts them into force; what it throws takes the whole change back, so it leaves the part as it was then
     */
    synchronized void onChange(String part, List<String> settings, Consumer<LintelConfig> use) {
        listeners.put(part, new Listener(settings, use));
    }

    /** Puts what was saved into force. @throws io.lintel.system.LintelException if a part does not take it */
    synchronized void apply() {
        Set<String> changed = StartSettings.applyLive();
        LintelConfig config = now();
        for (Listener listener : listeners.values()) {
            if (listener.concerns(changed)) {
                listener.use().accept(config);
            }
        }
    }
}
