package io.lintel.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an {@link AuditEvent} is about. Stored by name: never rename one. */
public enum AuditKind {
    ACCESS_GRANTED,
    ACCESS_DENIED,
    /** Recognised, and might enter at any other time, but the door's own state kept everybody out. No entry, and no failed try. */
    ACCESS_KEPT_OUT,
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

    /** Somebody has seen an alarm; the reason names it. */
    ALARM_ACKNOWLEDGED,

    STARTED,
    STOPPED,
    /** Somebody wants Lintel to start again, as soon as nobody is at the door. */
    RESTART_ORDERED,
    /** Found at a start: the run before ended without saying so. */
    STOPPED_UNCLEANLY,
    CAMERA_LOST,
    CAMERA_BACK,
    CLOCK_JUMPED,

    SETTING_CHANGED,
    /** A start could not use what was changed on the settings page, and used the values of the last run. */
    SETTINGS_REFUSED,
    THRESHOLD_CHANGED,
    PERSON_ENROLLED,
    PERSON_CHANGED,
    PERSON_REMOVED,
    /** The term of a person's consent ends soon; then their data are deleted. */
    DELETION_DUE,
    /** Somebody looked a face up in the gallery, or compared two, by hand. */
    FACE_LOOKED_UP,
    SCHEDULE_CHANGED,
    GROUP_CHANGED,
    HOLIDAYS_CHANGED,
    /** Somebody has said who was at the door; the reason says whether it was the person. */
    VISIT_CONFIRMED,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,

    DATA_EXPORTED,
    DATA_IMPORTED,
    BACKUP_MADE,
    BACKUP_RESTORED,
    /** A new key seals the people's data. */
    KEY_REPLACED,

    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED,
    SIGN_IN_LOCKED_OUT,
    ACCOUNT_CHANGED,

    UPDATED,
    ROLLED_BACK,
    /** Retention deleted the oldest rows. */
    LOG_PURGED,
    /** Rows are missing from the log, or its past is doubtful. */
    LOG_GAP,
    /** Personal data were erased from a row. */
    LOG_ERASED,
    /** Written by another version of Lintel, which knew more kinds. */
    UNRECOGNISED;

    /** What was decided about somebody at the door. */
    public static final Set<AuditKind> DECISIONS =
            Collections.unmodifiableSet(EnumSet.of(ACCESS_GRANTED, ACCESS_DENIED, ACCESS_KEPT_OUT));

    private static final Map<String, AuditKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(AuditKind::name, kind -> kind));

    static AuditKind parse(String name) {
        return BY_NAME.getOrDefault(name, UNRECOGNISED);
    }
}
