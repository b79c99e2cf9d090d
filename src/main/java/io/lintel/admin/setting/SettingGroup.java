package io.lintel.admin.setting;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What belongs on one page of settings, in the order in which an installer needs it. */
@TemplateData
public enum SettingGroup {
    CAMERA("camera.", "Camera", "Where the pictures come from, and how they lie"),
    SECOND_CAMERA("camera.second.", "Second camera", "Infrared or depth, as a further proof of a live face"),
    DOOR("door.", "Door and lock", "Relay, contacts and times"),
    DOOR_SCREEN("door-screen.", "Door screen", "What the screen beside the door says"),
    DECISION("decision.", "Recognition", "How sure the door must be, and the time zone"),
    LIVENESS("liveness.", "Liveness", "That a face is no photo and no film"),
    PIN("pin.", "PIN", "Who types a PIN after the face was recognised"),
    VISIT("visit.", "Waits", "After a denial, and until somebody may enter again"),
    ALARM("alarm.", "Notifications", "Webhook and MQTT, and the name of this door"),
    HOLIDAYS("holidays.", "Holidays", "A calendar by its address, for schedules"),
    LOG("log.", "Log", "How long rows and pictures are kept"),
    PEOPLE("people.", "People", "What is kept of enrolled people"),
    BACKUP("backup.", "Backups", "Where, when and for whom to open"),
    WEB("web.", "Web pages", "Addresses, ports and the certificate of these pages"),
    MODELS("models.", "Models", "Which networks recognise faces"),
    DATA("data.", "Data", "Where everything is kept");

    private static final String ALL = "lintel.";

    private final String prefix;
    private final String title;
    private final String summary;

    SettingGroup(String prefix, String title, String summary) {
        this.prefix = ALL + prefix;
        this.title = title;
        this.summary = summary;
    }

    /** The one with the longest prefix: the second camera is no part of the first. */
    static SettingGroup of(String key) {
        return Arrays.stream(values())
                .filter(group -> key.startsWith(group.prefix))
                .max(Comparator.comparingInt(group -> group.prefix.length()))
                .orElseThrow(() -> new IllegalArgumentException(key + " belongs to no group"));
    }

    static Optional<SettingGroup> named(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word().equals(word))
                .findFirst();
    }

    /** As in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }
}
