package io.lintel.admin.log;

import io.lintel.audit.AuditKind;
import io.lintel.security.HttpProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of events as people ask for them. */
public enum EventCategory {
    EVERYTHING("Everything", EnumSet.noneOf(AuditKind.class)),
    DECISIONS("Who came", EnumSet.copyOf(AuditKind.DECISIONS)),
    GRANTED("Let in", EnumSet.of(AuditKind.ACCESS_GRANTED)),
    DENIED("Turned away", EnumSet.of(AuditKind.ACCESS_DENIED)),
    KEPT_OUT("Kept out by the door", EnumSet.of(AuditKind.ACCESS_KEPT_OUT)),
    DOOR(
            "Door",
            EnumSet.of(
                    AuditKind.DOOR_UNLOCKED,
                    AuditKind.DOOR_LOCKED,
                    AuditKind.DOOR_OPENED,
                    AuditKind.DOOR_CLOSED,
                    AuditKind.DOOR_HELD_OPEN,
                    AuditKind.DOOR_FORCED_OPEN,
                    AuditKind.DOOR_REFUSED,
                    AuditKind.DOOR_MODE_CHANGED,
                    AuditKind.DOOR_FAULT,
                    AuditKind.DOOR_FAULT_ENDED,
                    AuditKind.EXIT_REQUESTED,
                    AuditKind.FIRE_ALARM,
                    AuditKind.FIRE_ALARM_ENDED,
                    AuditKind.TAMPER,
                    AuditKind.TAMPER_ENDED)),
    ALARMS(
            "Alarms",
            EnumSet.of(
                    AuditKind.ACCESS_ALARM,
                    AuditKind.DOOR_HELD_OPEN,
                    AuditKind.DOOR_FORCED_OPEN,
                    AuditKind.DOOR_FAULT,
                    AuditKind.FIRE_ALARM,
                    AuditKind.TAMPER,
                    AuditKind.CAMERA_LOST,
                    AuditKind.LOG_GAP,
                    AuditKind.ALARM_ACKNOWLEDGED)),
    PEOPLE(
            "People",
            EnumSet.of(
                    AuditKind.PERSON_ENROLLED,
                    AuditKind.PERSON_CHANGED,
                    AuditKind.PERSON_REMOVED,
                    AuditKind.DELETION_DUE,
                    AuditKind.VISIT_CONFIRMED,
                    AuditKind.CONSENT_GIVEN,
                    AuditKind.CONSENT_WITHDRAWN)),
    ACCOUNTS(
            "Accounts and sign-ins",
            EnumSet.of(
                    AuditKind.SIGNED_IN,
                    AuditKind.SIGNED_OUT,
                    AuditKind.SIGN_IN_FAILED,
                    AuditKind.SIGN_IN_LOCKED_OUT,
                    AuditKind.ACCOUNT_CHANGED)),
    SYSTEM(
            "Settings and system",
            EnumSet.of(
                    AuditKind.SETTING_CHANGED,
                    AuditKind.SETTINGS_REFUSED,
                    AuditKind.THRESHOLD_CHANGED,
                    AuditKind.STARTED,
                    AuditKind.STOPPED,
                    AuditKind.STOPPED_UNCLEANLY,
                    AuditKind.CAMERA_LOST,
                    AuditKind.CAMERA_BACK,
                    AuditKind.CLOCK_JUMPED,
                    AuditKind.DATA_EXPORTED,
                    AuditKind.DATA_IMPORTED,
                    AuditKind.RESTART_ORDERED,
                    AuditKind.BACKUP_MADE,
                    AuditKind.BACKUP_RESTORED,
                    AuditKind.KEY_REPLACED,
                    AuditKind.UPDATED,
                    AuditKind.ROLLED_BACK,
                    AuditKind.LOG_PURGED,
                    AuditKind.LOG_GAP,
                    AuditKind.LOG_ERASED));

    private final String title;
    private final Set<AuditKind> kinds;

    EventCategory(String title, EnumSet<AuditKind> kinds) {
        this.title = title;
        this.kinds = Set.copyOf(kinds);
    }

    public String title() {
        return title;
    }

    /** Empty for all. */
    public Set<AuditKind> kinds() {
        return kinds;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws HttpProblem 400 for a word that is none */
    static EventCategory of(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(
                        400,
                        "what='" + word + "' is no kind of rows",
                        "use one of "
                                + Arrays.stream(values())
                                        .map(EventCategory::word)
                                        .collect(Collectors.joining(", "))));
    }
}
