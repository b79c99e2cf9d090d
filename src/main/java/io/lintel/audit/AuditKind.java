package io.lintel.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What an {@link AuditEvent} is about. Stored by name: never rename one. */
public enum AuditKind {
    ACCESS_GRANTED,
    ACCESS_DENIED,
    /** Denials that belong together, such as several photos. */
    ACCESS_ALARM,

    DOOR_UNLOCKED,
    DOOR_LOCKED,
    DOOR_OPENED,
    DOOR_CLOSED,
    DOOR_HELD_OPEN,
    DOOR_FORCED_OPEN,
    /** An unlock was asked for and the door refused. */
    DOOR_REFUSED,
    DOOR_MODE_CHANGED,
    /** The relay or an input failed, or the guard had to lock. */
    DOOR_FAULT,
    DOOR_FAULT_ENDED,
    /** The request-to-exit button. */
    EXIT_REQUESTED,
    FIRE_ALARM,
    FIRE_ALARM_ENDED,
    TAMPER,
    TAMPER_ENDED,

    STARTED,
    STOPPED,
    /** Found at a start: the run before ended without saying so. */
    STOPPED_UNCLEANLY,
    CAMERA_LOST,
    CAMERA_BACK,
    CLOCK_JUMPED,

    SETTING_CHANGED,
    THRESHOLD_CHANGED,
    PERSON_ENROLLED,
    PERSON_CHANGED,
    PERSON_REMOVED,
    /** Somebody looked a face up in the gallery, or compared two, by hand. */
    FACE_LOOKED_UP,
    SCHEDULE_CHANGED,
    GROUP_CHANGED,
    HOLIDAYS_CHANGED,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,

    DATA_EXPORTED,
    DATA_IMPORTED,
    BACKUP_MADE,
    BACKUP_RESTORED,

    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED_OUT,
    ACCOUNT_CHANGED,

    UPDATED,
    ROLLED_BACK,
    /** Retention deleted the oldest rows. */
    LOG_PURGED,
    /** Rows are missing from the log. */
    LOG_GAP,
    /** Written by another version of Lintel, which knew more kinds. */
    UNRECOGNISED;

    private static final Map<String, AuditKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(AuditKind::name, kind -> kind));

    static AuditKind parse(String name) {
        return BY_NAME.getOrDefault(name, UNRECOGNISED);
    }
}
