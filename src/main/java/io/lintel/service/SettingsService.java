package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.config.PageSettings;
import io.lintel.config.ResolvedSettings;
import io.lintel.config.SettingChoices;
import io.lintel.config.SettingOrigin;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.system.LintelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads and changes the settings. A change is checked with all the others by the same code as {@code lintel config check},
 * written to the page's own file, and noted in the audit log; it counts at once or from the next start. Thread-safe.
 */
public final class SettingsService {

    private final AuditLog audit;
    private final Supplier<Optional<ResolvedSettings>> running;
    private final BiConsumer<SettingsFile, Map<String, String>> check;
    private final Predicate<String> isLive;
    private final Runnable applyLive;
    private final SettingsReference reference = SettingsReference.shipped();

    /**
     * @param running what the running program has started with
     * @param check refuses the page's values where a start with them would fail
     * @param isLive which settings need no start
     * @param applyLive puts their values into force; what it throws takes the change back
     */
    public SettingsService(
            AuditLog audit,
            Supplier<Optional<ResolvedSettings>> running,
            BiConsumer<SettingsFile, Map<String, String>> check,
            Predicate<String> isLive,
            Runnable applyLive) {
        this.audit = audit;
        this.running = running;
        this.check = check;
        this.isLive = isLive;
        this.applyLive = applyLive;
    }

    /** All, in the order of the settings file. */
    public synchronized List<Setting> list() {
        SettingsFile file = SettingsFile.inForce();
        ResolvedSettings next = file.resolve(file.page().values());
        ResolvedSettings now = running.get().orElse(next);
        String fire = text(next, "lintel.door.fire");
        return reference.settings().values().stream()
                .map(setting -> setting(setting, next, now, fire))
                .toList();
    }

    /** @throws ServiceException if there is no such setting */
    public Setting find(String key) {
        return list().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ServiceException.notFound("There is no setting " + key));
    }

    /**
     * Changes one.
     *
     * @param confirmed that the caller has read what a {@link ConfirmationNeeded} said
     * @throws io.lintel.system.LintelException if it is not allowed, does not fit, or is not confirmed; nothing is changed then
     */
    public synchronized Setting change(String actor, String key, String value, boolean confirmed) {
        find(key);
        put(actor, Map.of(key, Optional.of(SettingChange.bounded(key, value))), confirmed);
        return find(key);
    }

    /** Takes the page's change of one back: the installer's value or the default counts again. */
    public synchronized Setting reset(String actor, String key, boolean confirmed) {
        find(key);
        put(actor, Map.of(key, Optional.empty()), confirmed);
        return find(key);
    }

    /**
     * Changes several, all or none. What has its value already is left alone; what gets the value that it would have without this page
     * is taken back.
     *
     * @param wanted values by setting
     * @param confirmed that the caller has read what a {@link ConfirmationNeeded} said
     * @return what has changed, as it stands now
     * @throws io.lintel.system.LintelException as {@link #change} does
     */
    public synchronized List<Setting> changeAll(String actor, Map<String, String> wanted, boolean confirmed) {
        Map<String, Setting> before = byKey();
        Map<String, Optional<String>> changes = new TreeMap<>();
        wanted.forEach((key, value) -> {
            Setting setting = before.get(key);
            if (setting == null) {
                throw ServiceException.notFound("There is no setting " + key);
            }
            if (!SettingChange.bounded(key, value).equals(setting.value())) {
                changes.put(key, Optional.empty());
            }
        });
        if (changes.isEmpty()) {
            return List.of();
        }
        SettingsFile file = SettingsFile.inForce();
        ResolvedSettings without = file.resolve(file.page().valuesWith(changes));
        changes.replaceAll((key, nothing) -> Optional.of(SettingChange.bounded(key, wanted.getOrDefault(key, "")))
                .filter(value -> !value.equals(text(without, key))));
        put(actor, changes, confirmed);
        return list().stream()
                .filter(setting -> changes.containsKey(setting.key()))
                .toList();
    }

    private void put(String actor, Map<String, Optional<String>> changes, boolean confirmed) {
        Map<String, Setting> before = byKey();
        changes.keySet().forEach(key -> SettingChange.allow(Objects.requireNonNull(before.get(key))));
        SettingsFile file = SettingsFile.inForce();
        PageSettings page = file.page();
        Map<String, String> candidate = page.valuesWith(changes);
        check(file, page, candidate, changes.values().stream().allMatch(Optional::isEmpty));
        ResolvedSettings after = file.resolve(candidate);
        List<Setting> changed = before.values().stream()
                .filter(setting -> changes.containsKey(setting.key()))
                .filter(setting -> !text(after, setting.key()).equals(setting.value()))
                .toList();
        String questions = changed.stream()
                .flatMap(setting ->
                        SettingRisks.question(setting.key(), setting.value(), text(after, setting.key())).stream())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!questions.isEmpty() && !confirmed) {
            throw new ConfirmationNeeded(questions);
        }
        Map<String, Optional<String>> earlier = new TreeMap<>();
        changes.keySet()
                .forEach(key ->
                        earlier.put(key, Optional.ofNullable(page.values().get(key))));
        page.set(changes);
        try {
            applyLive.run();
        } catch (LintelException e) {
            page.set(earlier);
            takeBack(e);
            throw e;
        }
        changed.forEach(setting -> audit.append(AuditEvent.of(AuditKind.SETTING_CHANGED, actor)
                .with(new AuditDetails()
                        .put("setting", setting.key())
                        .put("old", SettingText.masked(setting.key(), setting.value()))
                        .put("new", SettingText.masked(setting.key(), text(after, setting.key()))))));
    }

    private void takeBack(LintelException reason) {
        try {
            applyLive.run();
        } catch (LintelException e) {
            reason.addSuppressed(e);
        }
    }

    private Map<String, Setting> byKey() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        list().forEach(setting -> settings.put(setting.key(), setting));
        return settings;
    }

    /** Where several values are wrong, each can still be taken back: otherwise each would keep the other. */
    private void check(SettingsFile file, PageSettings page, Map<String, String> candidate, boolean takesBack) {
        try {
            check.accept(file, candidate);
        } catch (SettingsException e) {
            if (!takesBack || fits(file, page.values())) {
                throw e;
            }
        }
    }

    private boolean fits(SettingsFile file, Map<String, String> values) {
        try {
            check.accept(file, values);
            return true;
        } catch (SettingsException e) {
            return false;
        }
    }

    private Setting setting(
            SettingsReference.Setting setting, ResolvedSettings next, ResolvedSettings now, String fireLine) {
        String key = setting.key();
        return new Setting(
                key,
                group(key),
                text(next, key),
                text(now, key),
                setting.defaultValue(),
                setting.explanation(),
                next.find(key).map(ResolvedSettings.Value::origin).orElse(SettingOrigin.DEFAULT),
                SettingChoices.of(setting),
                isLive.test(key),
                SettingRisks.fixed(key, fireLine));
    }

    private String text(ResolvedSettings settings, String key) {
        return settings.find(key)
                .map(ResolvedSettings.Value::text)
                .or(() ->
                        Optional.ofNullable(reference.settings().get(key)).map(SettingsReference.Setting::defaultValue))
                .orElse("");
    }

    /** {@code lintel.door-screen.help} belongs to "Door screen". */
    static String group(String key) {
        String word = key.split("\\.", 3)[1].replace('-', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
