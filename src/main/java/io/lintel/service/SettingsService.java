package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.config.PageSettings;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.service.ServiceException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads and changes the settings. A change is checked with all the others by the same code as {@code lintel config check},
 * written to the page's own file, and noted in the audit log; it counts from the next start. Thread-safe.
 */
public final class SettingsService {

    private final AuditLog audit;
    private final Function<String, Optional<String>> running;
    private final Consumer<LintelConfig> check;
    private final SettingsReference reference = SettingsReference.shipped();

    /**
     * @param running the value of a key that the running program has read
     * @param check refuses settings that do not fit together
     */
    public SettingsService(AuditLog audit, Function<String, Optional<String>> running, Consumer<LintelConfig> check) {
        this.audit = audit;
        this.running = running;
        this.check = check;
    }

    /** All, in the order of the settings file. */
    public synchronized List<Setting> list() {
        SettingsFile file = SettingsFile.inForce();
        return list(file, file.page().values());
    }

    /** @throws ServiceException if there is no such setting */
    public Setting find(String key) {
        return list().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ServiceException.notFound("There is no setting " + key));
    }

    /** What has to be confirmed before this change; empty when nothing has to. */
    public Optional<String> question(String key, String value) {
        Setting before = find(key);
        return before.value().equals(value.strip())
                ? Optional.empty()
                : SettingRisks.question(key, before.value(), value.strip());
    }

    /**
     * Changes one.
     *
     * @param confirmed that the caller has read {@link #question}
     * @throws io.lintel.system.LintelException if it is not allowed, not confirmed, or does not fit; nothing is changed then
     */
    public synchronized Setting change(String actor, String key, String value, boolean confirmed) {
        String wanted = value.strip();
        if (wanted.length() > 1000) {
            throw new ServiceException(
                    Reason.INVALID, "The value of " + key + " is too long", "no setting needs 1000 characters");
        }
        return put(actor, key, Optional.of(wanted), confirmed);
    }

    /** Takes the page's change of one back: the installer's value or the default counts again. */
    public synchronized Setting reset(String actor, String key, boolean confirmed) {
        return put(actor, key, Optional.empty(), confirmed);
    }

    private Setting put(String actor, String key, Optional<String> value, boolean confirmed) {
        Setting before = find(key);
        if (!before.fixed().isEmpty()) {
            throw new ServiceException(Reason.NOT_ALLOWED, "This page does not change " + key, before.fixed());
        }
        if (before.origin() == Setting.Origin.ENVIRONMENT) {
            throw new ServiceException(
                    Reason.CONFLICT,
                    key + " is set by the environment, which outranks this page",
                    "change it where Lintel is started, such as 'systemctl edit lintel'");
        }
        SettingsFile file = SettingsFile.inForce();
        PageSettings page = file.page();
        Map<String, String> candidate = new TreeMap<>(page.values());
        value.ifPresentOrElse(wanted -> candidate.put(key, wanted), () -> candidate.remove(key));
        String after = value(file.installed(), candidate, key);
        Optional<String> question = SettingRisks.question(key, before.value(), after);
        if (!after.equals(before.value()) && question.isPresent() && !confirmed) {
            throw new ServiceException(
                    Reason.INVALID, question.get().replaceFirst("\\.$", ""), "confirm that you want this");
        }
        check.accept(file.loadWith(candidate));
        page.set(key, value);
        if (!after.equals(before.value())) {
            audit.append(AuditEvent.of(AuditKind.SETTING_CHANGED, actor)
                    .with(new AuditDetails()
                            .put("setting", key)
                            .put("old", SettingText.masked(key, before.value()))
                            .put("new", SettingText.masked(key, after))));
        }
        return find(key);
    }

    private List<Setting> list(SettingsFile file, Map<String, String> page) {
        Map<String, String> installed = file.installed();
        String fire = value(installed, page, "lintel.door.fire");
        return reference.settings().values().stream()
                .map(setting -> {
                    String key = setting.key();
                    String value = value(installed, page, key);
                    return new Setting(
                            key,
                            group(key),
                            value,
                            setting.defaultValue(),
                            setting.explanation(),
                            origin(key, installed, page),
                            SettingChoices.of(setting),
                            !value.equals(atStart(key, setting.defaultValue())),
                            SettingRisks.fixed(key, fire));
                })
                .toList();
    }

    private String value(Map<String, String> installed, Map<String, String> page, String key) {
        return environment(key)
                .or(() -> Optional.ofNullable(page.get(key)))
                .or(() -> Optional.ofNullable(installed.get(key)))
                .or(() ->
                        Optional.ofNullable(reference.settings().get(key)).map(SettingsReference.Setting::defaultValue))
                .orElse("");
    }

    /** What the running program has read. */
    private String atStart(String key, String standard) {
        return running.apply(key).map(String::strip).orElse(standard);
    }

    private static Setting.Origin origin(String key, Map<String, String> installed, Map<String, String> page) {
        if (environment(key).isPresent()) {
            return Setting.Origin.ENVIRONMENT;
        }
        if (page.containsKey(key)) {
            return Setting.Origin.PAGE;
        }
        return installed.containsKey(key) ? Setting.Origin.FILE : Setting.Origin.DEFAULT;
    }

    private static Optional<String> environment(String key) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(key)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /** {@code lintel.door-screen.help} belongs to "Door screen". */
    static String group(String key) {
        String word = key.split("\\.", 3)[1].replace('-', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
