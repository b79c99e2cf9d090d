package io.lintel.wiring;

import io.lintel.config.LintelConfig;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The settings that take effect at once: those whose parts ask here at each use. All others are what the program has started with.
 * Thread-safe.
 */
@Singleton
public class ImmediateSettings {

    private static final List<String> LIVE = List.of("lintel.door-screen.", "lintel.backup.");

    private final LintelConfig atStart;

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
}
