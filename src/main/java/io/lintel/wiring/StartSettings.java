package io.lintel.wiring;

import io.lintel.appliance.ComponentStatus;
import io.lintel.config.LintelConfig;
import io.lintel.config.ResolvedSettings;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.StartMemory;
import io.lintel.system.LintelException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that this run of the program has started with. Where a change on the settings page keeps the door from starting, these are
 * the values of the last run instead: a page must not be able to take the door, its exit button and the page itself away. What the
 * installer wrote is never replaced: whoever edits that file stands at the box. Thread-safe.
 *
 * @param page the settings page's values among them
 * @param refusal why the page's newest values are not used; empty when they are
 */
public record StartSettings(
        SettingsFile file,
        LintelConfig config,
        ResolvedSettings resolved,
        Map<String, String> page,
        Optional<String> refusal) {

    /** What to do about a refusal. */
    public static final String REMEDY = "correct or take back the change on the settings page, then restart";

    private static final System.Logger LOG = System.getLogger(StartSettings.class.getName());

    private static volatile @Nullable StartSettings current;

    /** Those of this program; empty where it reads none. */
    public static Optional<StartSettings> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Puts what has changed of the {@link ImmediateSettings} into force. The rest waits for the next start, and so does all where the new
     * values make sense only together with that rest.
     *
     * @return the keys of what is in force now and was not before
     */
    static synchronized Set<String> applyLive() {
        StartSettings now = current;
        if (now == null) {
            return Set.of();
        }
        ResolvedSettings next = now.file.resolve(now.file.page().values());
        ResolvedSettings mixed = now.resolved.withThoseOf(next, ImmediateSettings::isLive);
        try {
            current = new StartSettings(now.file, SettingsCheck.check(now.file, mixed), mixed, now.page, now.refusal);
            return mixed.differences(now.resolved);
        } catch (SettingsException e) {
            LOG.log(Level.INFO, "settings changes=\"after a restart\" reason=\"{0}\"", e.getMessage());
            return Set.of();
        }
    }

    /** Whether what was changed on the settings page is in force, or could at least be. */
    static Optional<ComponentStatus> status() {
        return current()
                .map(start -> start.refusal()
                        .map(reason -> ComponentStatus.bad("settings", reason, REMEDY))
                        .orElseGet(() -> ComponentStatus.good("settings", "in force")));
    }

    /** Makes them those of this program. @throws SettingsException if it cannot start, whatever the page says */
    public static StartSettings use(SettingsFile file) {
        StartSettings chosen = choose(file);
        current = chosen;
        return chosen;
    }

    /** @throws SettingsException if neither the page's values nor those of the last run fit */
    public static StartSettings choose(SettingsFile file) {
        StartMemory memory = file.startMemory();
        Optional<Map<String, String>> lastGood = memory.lastGood();
        SettingsException trouble;
        try {
            Map<String, String> page = file.page().values();
            // What has run before is tried again: then the settings are not what is wrong
            Optional<String> failed = lastGood.equals(Optional.of(page)) ? Optional.empty() : memory.refusal(page);
            if (failed.isEmpty()) {
                try {
                    return attempt(file, page, Optional.empty());
                } catch (SettingsException e) {
                    if (lastGood.orElse(Map.of()).equals(page)) {
                        throw e;
                    }
                    trouble = e;
                }
            } else {
                trouble = new SettingsException(failed.get(), REMEDY);
            }
        } catch (SettingsException e) {
            trouble = e;
        }
        try {
            return attempt(file, lastGood.orElse(Map.of()), Optional.of(String.valueOf(trouble.getMessage())));
        } catch (SettingsException e) {
            throw trouble;
        }
    }

    private static StartSettings attempt(SettingsFile file, Map<String, String> page, Optional<String> refusal) {
        ResolvedSettings resolved = file.resolve(page);
        return new StartSettings(file, SettingsCheck.check(file, resolved), resolved, Map.copyOf(page), refusal);
    }

    /** The door runs with these: the next start can fall back to them. */
    public void worked() {
        try {
            file.startMemory().worked(page);
        } catch (LintelException e) {
            LOG.log(Level.WARNING, "{0}: {1}", e.getMessage(), e.remedy());
        }
    }

    /** The start has failed: where that may be the page's newest change, the next one does without it. */
    public void failed(Throwable cause) {
        Map<String, String> lastGood = file.startMemory().lastGood().orElse(Map.of());
        if (refusal.isPresent() || lastGood.equals(page) || isSomebodyElsesPort(cause, lastGood)) {
            return;
        }
        try {
            file.startMemory().failed(page, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        } catch (LintelException e) {
            LOG.log(Level.WARNING, "{0}: {1}", e.getMessage(), e.remedy());
        }
    }

    /** A second start of the program by mistake says nothing about the settings. */
    private boolean isSomebodyElsesPort(Throwable cause, Map<String, String> lastGood) {
        return cause instanceof BindException
                && page.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(lastGood.get(entry.getKey())))
                        .noneMatch(entry -> entry.getKey().startsWith("lintel.web."));
    }
}
