package io.lintel.service;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which settings are a choice of words; a test compares with {@link LintelConfig}. */
final class SettingChoices {

    private static final Map<String, List<String>> ENUMS = Map.ofEntries(
            Map.entry("lintel.camera.second.kind", words(LintelConfig.SecondKind.values())),
            Map.entry("lintel.people.portraits", words(LintelConfig.Portraits.values())),
            Map.entry("lintel.decision.matching", words(LintelConfig.Matching.values())),
            Map.entry("lintel.liveness.mode", words(LintelConfig.LivenessMode.values())),
            Map.entry("lintel.liveness.challenge", words(LintelConfig.Challenge.values())),
            Map.entry("lintel.pin.mode", words(LintelConfig.PinMode.values())),
            Map.entry("lintel.door.relock-on", words(LintelConfig.Relock.values())),
            Map.entry("lintel.door.wiring", words(LintelConfig.Wiring.values())),
            Map.entry("lintel.door.relay-drive", words(LintelConfig.RelayDrive.values())),
            Map.entry("lintel.door.contact-bias", words(LintelConfig.ContactBias.values())),
            Map.entry("lintel.door.sensor-contact", words(LintelConfig.Contact.values())),
            Map.entry("lintel.door.exit-button-contact", words(LintelConfig.Contact.values())),
            Map.entry("lintel.door.fire-contact", words(LintelConfig.Contact.values())),
            Map.entry("lintel.door.tamper-contact", words(LintelConfig.Contact.values())),
            Map.entry("lintel.alarm.tell", words(LintelConfig.Tell.values())));

    private static final Set<String> BOOLEAN = Set.of("true", "false");

    private SettingChoices() {}

    static List<String> of(SettingsReference.Setting setting) {
        return BOOLEAN.contains(setting.defaultValue())
                ? List.of("true", "false")
                : ENUMS.getOrDefault(setting.key(), List.of());
    }

    static Set<String> enumKeys() {
        return ENUMS.keySet();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
