package io.lintel.admin.log;

import io.lintel.access.DenialReason;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.service.PersonNames;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an event of the log is called, in a few plain words. */
public final class EventText {

    private EventText() {}

    /** The person's name, or what stands for it; "A or B" where the door could not tell and let in whoever it was. */
    static String who(AuditEvent event, EventDetails details, PersonNames names) {
        String who = names.of(event.person());
        String others = details.text("look_alikes");
        return others.isEmpty()
                ? who
                : who + " or "
                        + Arrays.stream(others.split(" "))
                                .map(number -> names.of(Long.valueOf(number)))
                                .collect(Collectors.joining(" or "));
    }

    /** @param who the person's name, or what stands for it */
    static String title(AuditEvent event, String who, EventDetails details) {
        return switch (event.kind()) {
            case ACCESS_GRANTED -> capital(who) + " was let in";
            case ACCESS_DENIED, ACCESS_KEPT_OUT -> denied(event, who, details);
            case ACCESS_ALARM -> "Alarm: " + alarm(event.reason());
            case DOOR_UNLOCKED -> "Door unlocked" + by(details);
            case DOOR_LOCKED -> "Door locked";
            case DOOR_OPENED -> "Door opened";
            case DOOR_CLOSED -> "Door closed";
            case DOOR_HELD_OPEN ->
                "held_open_soon".equals(event.reason()) ? "Door is still open" : "Door held open too long";
            case DOOR_FORCED_OPEN -> "Door forced open";
            case DOOR_REFUSED ->
                "Door refused to unlock"
                        + (details.has("decision") ? " for decision " + details.text("decision") : by(details));
            case DOOR_MODE_CHANGED -> mode(details.text("mode")) + by(details);
            case DOOR_FAULT -> "Fault of the door";
            case DOOR_FAULT_ENDED -> "Fault of the door is over";
            case EXIT_REQUESTED -> "Exit button pressed";
            case FIRE_ALARM -> "Fire: the door is unlocked";
            case FIRE_ALARM_ENDED -> "Fire is over";
            case TAMPER -> "The box was opened";
            case TAMPER_ENDED -> "The box is closed again";
            case ALARM_ACKNOWLEDGED -> event.actor() + " acknowledged an alarm";
            case STARTED -> "Lintel started";
            case STOPPED -> "Lintel stopped";
            case STOPPED_UNCLEANLY -> "Lintel had stopped without a goodbye";
            case CAMERA_LOST -> "Camera lost";
            case CAMERA_BACK -> "Camera back";
            case CLOCK_JUMPED -> "The clock jumped";
            case SETTINGS_REFUSED -> "Changed settings were not used";
            case SETTING_CHANGED -> "Setting changed";
            case THRESHOLD_CHANGED -> "Threshold changed";
            case PERSON_ENROLLED -> capital(who) + " was enrolled";
            case PERSON_CHANGED -> capital(who) + " was changed";
            case DELETION_DUE -> "The data of " + who + " will be deleted soon";
            case VISIT_CONFIRMED ->
                "A visit was confirmed: it was " + ("not-them".equals(event.reason()) ? "not " : "") + who;
            case PERSON_REMOVED -> capital(who) + " was removed";
            case CONSENT_GIVEN -> capital(who) + " gave consent";
            case CONSENT_WITHDRAWN -> capital(who) + " withdrew consent";
            case DATA_EXPORTED -> "Data exported";
            case DATA_IMPORTED -> "Data imported";
            case RESTART_ORDERED -> "Restart ordered";
            case BACKUP_MADE -> "Backup made";
            case BACKUP_RESTORED -> "Backup restored";
            case KEY_REPLACED -> "Key of people's data replaced";
            case SIGNED_IN -> event.actor() + " signed in";
            case SIGNED_OUT -> event.actor() + " signed out";
            case SIGN_IN_FAILED -> "Sign-in failed";
            case SIGN_IN_LOCKED_OUT -> "Sign-in blocked after too many failures";
            case ACCOUNT_CHANGED -> "Account changed";
            case UPDATED -> "Lintel updated";
            case ROLLED_BACK -> "Update rolled back";
            case LOG_PURGED -> "Old rows of the log deleted";
            case LOG_GAP -> "The log does not go on where it was signed";
            case LOG_ERASED -> "Personal data erased from a row of the log";
            default -> capital(plain(event.kind().name()));
        };
    }

    /** As the style sheet calls it; empty for what is ordinary. */
    static String tone(AuditKind kind) {
        return switch (kind) {
            case ACCESS_GRANTED -> "granted";
            case ACCESS_DENIED -> "denied";
            case ACCESS_ALARM, DOOR_FORCED_OPEN, DOOR_FAULT, FIRE_ALARM, TAMPER, LOG_GAP, SIGN_IN_LOCKED_OUT -> "bad";
            case ACCESS_KEPT_OUT,
                    DOOR_HELD_OPEN,
                    DOOR_REFUSED,
                    CAMERA_LOST,
                    CLOCK_JUMPED,
                    STOPPED_UNCLEANLY,
                    SIGN_IN_FAILED,
                    ROLLED_BACK -> "warning";
            default -> "";
        };
    }

    /** Why somebody was not let in, to come after "because". @param code of a {@link DenialReason} */
    public static String because(String code) {
        return DenialReason.ofCode(code).map(EventText::because).orElseGet(() -> plain(code));
    }

    private static String because(DenialReason reason) {
        return switch (reason) {
            case UNKNOWN -> "the face is not enrolled";
            case AMBIGUOUS -> "two enrolled people look nearly equally like this face";
            case SPOOF -> "the face was not shown to be a live person's";
            case NO_LIVENESS -> "nothing could say whether the face is live: see the second camera and the models";
            case OUT_OF_SCHEDULE -> "it is outside the hours that are set";
            case EXPIRED -> "the person is not valid at this time";
            case DISABLED -> "the person is disabled";
            case LOCKED_OUT -> "this face failed too often and has to wait";
            case LOW_QUALITY -> "no picture of the face was good enough";
            case WRONG_PIN -> "the PIN was not right";
            case NO_PIN -> "no PIN was typed";
            case LOCK_DOWN -> "the door is in lock-down";
            case KEPT_LOCKED -> "the door is kept locked by order";
        };
    }

    /** A reason in a list to choose from. */
    static String label(DenialReason reason) {
        return switch (reason) {
            case UNKNOWN -> "Not enrolled";
            case AMBIGUOUS -> "Not clear who";
            case SPOOF -> "Perhaps not a live face";
            case NO_LIVENESS -> "No answer whether live";
            case OUT_OF_SCHEDULE -> "Outside the hours";
            case EXPIRED -> "Not valid now";
            case DISABLED -> "Person disabled";
            case LOCKED_OUT -> "Has to wait";
            case LOW_QUALITY -> "No good picture";
            case WRONG_PIN -> "Wrong PIN";
            case NO_PIN -> "No PIN typed";
            case LOCK_DOWN -> "Door in lock-down";
            case KEPT_LOCKED -> "Door kept locked";
        };
    }

    private static String denied(AuditEvent event, String who, EventDetails details) {
        String code = event.reason() == null ? "" : event.reason();
        boolean known = event.person() != null;
        String whom = known ? capital(who) : "Somebody";
        if (DenialReason.LOCKED_OUT.code().equals(code) && details.has("wait_until")) {
            return whom + " " + details.text("detail");
        }
        return DenialReason.ofCode(code)
                .map(reason -> denied(reason, whom, known))
                .orElseGet(() -> whom + " was turned away: " + plain(code));
    }

    private static String denied(DenialReason reason, String whom, boolean known) {
        return switch (reason) {
            case UNKNOWN -> "Somebody unknown was turned away";
            case AMBIGUOUS -> "Somebody was turned away: not clear who";
            // Not the person: whoever stood there was not shown to be them.
            case SPOOF ->
                (known ? "Somebody with the face of " + whom : "Somebody")
                        + " was turned away: perhaps not a live face";
            case NO_LIVENESS -> whom + " was turned away: no answer whether the face is live";
            case OUT_OF_SCHEDULE -> whom + " was turned away: outside the hours";
            case EXPIRED -> whom + " was turned away: not valid now";
            case DISABLED -> whom + " was turned away: disabled";
            case LOCKED_OUT -> whom + " has to wait after failed tries";
            case LOW_QUALITY -> "Somebody was turned away: no good picture";
            case WRONG_PIN -> whom + " was turned away: wrong PIN";
            case NO_PIN -> whom + " was turned away: no PIN was typed";
            case LOCK_DOWN -> whom + " was recognised, but kept out: lock-down";
            case KEPT_LOCKED -> whom + " was recognised, but kept out: the door is kept locked";
        };
    }

    private static String alarm(@org.jspecify.annotations.Nullable String reason) {
        return switch (reason == null ? "" : reason) {
            case "repeated-denials" -> "one face was turned away again and again";
            case "repeated-spoofs" -> "several faces in a row that were not live";
            default -> plain(reason == null ? "at the door" : reason);
        };
    }

    private static String mode(String mode) {
        return switch (mode) {
            case "NORMAL" -> "The door is on automatic";
            case "SCHEDULED_UNLOCK" -> "The door is held unlocked by the schedule";
            case "OPERATOR_UNLOCK" -> "The door is held unlocked";
            case "OPERATOR_LOCK" -> "The door is kept locked";
            case "LOCK_DOWN" -> "Lock-down";
            case "FIRE" -> "The door is unlocked for fire";
            default -> "The door's mode changed";
        };
    }

    /** The cause as the door wrote it, such as {@code OPERATOR anna}. */
    private static String by(EventDetails details) {
        String cause = details.text("cause");
        int space = cause.indexOf(' ');
        String origin = space < 0 ? cause : cause.substring(0, space);
        String detail = space < 0 ? "" : cause.substring(space + 1);
        return switch (origin) {
            case "OPERATOR", "LOCK_DOWN" -> " by " + detail;
            case "SCHEDULE" -> " by the schedule";
            case "GRANT" -> " for " + detail;
            case "FIRE_INPUT" -> " by the fire input";
            default -> "";
        };
    }

    static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    public static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }
}
