package io.lintel.access;

import io.lintel.system.Kebab;
import java.util.Arrays;
import java.util.Optional;

/** Why somebody was not let in: one reason a decision. */
public enum DenialReason {
    /** Nobody enrolled looks enough like this face. */
    UNKNOWN,
    /** Two enrolled people look nearly equally like it. */
    AMBIGUOUS,
    /** The face could not be shown to be a live person's. */
    SPOOF,
    /** Recognised, but nothing could say whether the face is live: a camera, its light or a network gives no answer. No attack. */
    NO_LIVENESS,
    OUT_OF_SCHEDULE,
    /** Before or after the person's validity. */
    EXPIRED,
    DISABLED,
    /** Recognised and live, but the PIN was not right. */
    WRONG_PIN,
    /** Recognised and live, but no PIN was typed. */
    NO_PIN,
    /** Might enter at any other time, but the door is in lock-down. */
    LOCK_DOWN,
    /** Might enter at any other time, but the door is kept locked by order. */
    KEPT_LOCKED,
    /** This face was denied too often and has to wait. */
    LOCKED_OUT,
    /** Somebody stands at the door, but no picture of the face is good enough. */
    LOW_QUALITY;

    /** How it is written in logs, exports and the API: lower case with hyphens. */
    public String code() {
        return Kebab.of(this);
    }

    /** Whether a probe was compared with the gallery, so that the denial was a failed try. */
    boolean isFailedTry() {
        return switch (this) {
            case LOW_QUALITY, LOCKED_OUT, LOCK_DOWN, KEPT_LOCKED, NO_LIVENESS -> false;
            case UNKNOWN, AMBIGUOUS, SPOOF, OUT_OF_SCHEDULE, EXPIRED, DISABLED, WRONG_PIN, NO_PIN -> true;
        };
    }

    /** Whether the next decision about the face is put off for a while. */
    boolean isFollowedByAWait() {
        return switch (this) {
            case LOW_QUALITY, LOCKED_OUT, LOCK_DOWN, KEPT_LOCKED -> false;
            case NO_LIVENESS, UNKNOWN, AMBIGUOUS, SPOOF, OUT_OF_SCHEDULE, EXPIRED, DISABLED, WRONG_PIN, NO_PIN -> true;
        };
    }

    /** Whether the face looked like an enrolled person: the real one must then not be kept waiting for long. */
    boolean concernsSomebodyEnrolled() {
        return switch (this) {
            case SPOOF,
                    NO_LIVENESS,
                    OUT_OF_SCHEDULE,
                    EXPIRED,
                    DISABLED,
                    AMBIGUOUS,
                    WRONG_PIN,
                    NO_PIN,
                    LOCK_DOWN,
                    KEPT_LOCKED -> true;
            case UNKNOWN, LOCKED_OUT, LOW_QUALITY -> false;
        };
    }

    /** Whether nothing was found out about the face. */
    boolean isUnrecognised() {
        return this == UNKNOWN || this == LOW_QUALITY;
    }

    /** Whether the door's own state keeps everybody out, whoever they are. */
    boolean isTheDoors() {
        return this == LOCK_DOWN || this == KEPT_LOCKED;
    }

    /** @return the reason of that {@link #code}; empty for one of another version */
    public static Optional<DenialReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
