package io.lintel.config;

import io.lintel.access.loop.SecondCameraSettings;
import io.lintel.alarm.NotificationScope;
import io.lintel.camera.RtspTransport;
import io.lintel.door.ContactType;
import io.lintel.door.LockWiring;
import io.lintel.door.RelockOn;
import io.lintel.door.gpio.Drive;
import io.lintel.system.Kebab;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which settings are a choice of words; a test compares with {@link LintelConfig}. */
public final class SettingChoices {

    private static final Map<String, List<String>> ENUMS = Map.ofEntries(
            Map.entry("lintel.camera.rtsp-transport", words(RtspTransport.values())),
            Map.entry("lintel.camera.second.rtsp-transport", words(RtspTransport.values())),
            Map.entry("lintel.camera.second.without-answer", words(SecondCameraSettings.WithoutAnswer.values())),
            Map.entry("lintel.camera.second.kind", words(SecondCameraSettings.Kind.values())),
            Map.entry("lintel.people.portraits", words(LintelConfig.Portraits.values())),
            Map.entry("lintel.decision.matching", words(LintelConfig.Matching.values())),
            Map.entry("lintel.liveness.mode", words(LintelConfig.LivenessMode.values())),
            Map.entry("lintel.liveness.challenge", words(LintelConfig.Challenge.values())),
            Map.entry("lintel.pin.mode", words(LintelConfig.PinMode.values())),
            Map.entry("lintel.door.relock-on", words(RelockOn.values())),
            Map.entry("lintel.door.wiring", words(LockWiring.values())),
            Map.entry("lintel.door.relay-drive", words(Drive.values())),
            Map.entry("lintel.door.contact-bias", words(DoorGroup.ContactBias.values())),
            Map.entry("lintel.door.sensor-contact", words(ContactType.values())),
            Map.entry("lintel.door.exit-button-contact", words(ContactType.values())),
            Map.entry("lintel.door.fire-contact", words(ContactType.values())),
            Map.entry("lintel.door.tamper-contact", words(ContactType.values())),
            Map.entry("lintel.alarm.events", words(NotificationScope.values())));

    /** Numbers and words that the settings' own checks know. */
    private static final Map<String, List<String>> FEW = Map.of(
            "lintel.camera.rotate", List.of("0", "90", "180", "270"),
            "lintel.camera.second.rotate", List.of("0", "90", "180", "270"));

    private static final Set<String> BOOLEAN = Set.of("true", "false");

    private SettingChoices() {}

    /** The words that a setting may be; empty for free text. */
    public static List<String> of(SettingsReference.Setting setting) {
        return BOOLEAN.contains(setting.defaultValue())
                ? List.of("true", "false")
                : ENUMS.getOrDefault(setting.key(), FEW.getOrDefault(setting.key(), List.of()));
    }

    /** The settings that are a choice of more words than true and false. */
    public static Set<String> enumKeys() {
        return ENUMS.keySet();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> Kebab.of(value)).toList();
    }
}
