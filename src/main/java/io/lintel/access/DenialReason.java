package io.lintel.access;

import java.util.Locale;

/** Why somebody was not let in: one reason a decision. */
public enum DenialReason {
    /** Nobody enrolled looks enough like this face. */
    UNKNOWN,
    /** Two enrolled people look nearly equally like it. */
    AMBIGUOUS,
    /** The face could not be shown to be a live person's. */
    SPOOF,
    OUT_OF_SCHEDULE,
    /** Before or after the person's validity. */
    EXPIRED,
    DISABLED,
    /** Recognised and live, but the second factor was wrong or did not come. */
    WRONG_PIN,
    /** This face was denied too often and has to wait. */
    LOCKED_OUT,
    /** Somebody stands at the door, but no picture of the face is good enough. */
    LOW_QUALITY;

    /** How it is written in logs, exports and the API: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a probe was compared with the gallery, so that the denial was a failed try. */
    boolean isFailedTry() {
        return this != LOW_QUALITY && this != LOCKED_OUT;
    }

    /** Whether the face looked like an enrolled person: the real one must then not be kept waiting for long. */
    boolean concernsSomebodyEnrolled() {
        return switch (this) {
            case SPOOF, OUT_OF_SCHEDULE, EXPIRED, DISABLED, AMBIGUOUS, WRONG_PIN -> true;
            case UNKNOWN, LOCKED_OUT, LOW_QUALITY -> false;
        };
    }
}
