package io.lintel.admin.now;

import io.lintel.door.Alarm;
import io.lintel.door.DoorMode;
import io.lintel.door.DoorStatus;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;

/**
 * The door as the page shows it.
 *
 * @param state one word or two, large
 * @param style good, warning, bad or empty
 * @param icon lock or unlock
 * @param mode what holds it, as a sentence
 * @param alarms what somebody must look at
 */
@TemplateData
public record DoorCard(
        String state,
        String style,
        String icon,
        String mode,
        List<String> alarms,
        boolean lockDown,
        boolean ordered,
        String relay) {

    static DoorCard of(Optional<DoorStatus> status) {
        return status.map(DoorCard::of).orElseGet(DoorCard::absent);
    }

    private static DoorCard absent() {
        return new DoorCard(
                "Not running", "bad", "lock", "The door has not been started.", List.of(), false, false, "none");
    }

    static DoorCard of(DoorStatus status) {
        DoorMode mode = status.door().mode();
        String state = switch (status.door().state()) {
            case LOCKED -> "Locked";
            case UNLOCKED -> "Unlocked";
            case OPEN -> "Open";
            case HELD_OPEN -> "Held open";
            case FORCED_OPEN -> "Forced open";
        };
        boolean alarming = status.door().alarms().stream().anyMatch(alarm -> alarm != Alarm.HELD_OPEN_SOON);
        String style = alarming
                ? "bad"
                : switch (status.door().state()) {
                    case LOCKED -> mode.refusesGrants() ? "warning" : "";
                    case UNLOCKED, OPEN -> "good";
                    case HELD_OPEN, FORCED_OPEN -> "bad";
                };
        return new DoorCard(
                state,
                style,
                status.door().released() ? "unlock" : "lock",
                words(mode),
                status.door().alarms().stream().sorted().map(DoorCard::words).toList(),
                status.door().modes().lockDown(),
                mode == DoorMode.OPERATOR_LOCK || mode == DoorMode.OPERATOR_UNLOCK,
                status.relay());
    }

    private static String words(DoorMode mode) {
        return switch (mode) {
            case NORMAL -> "Automatic: people who are recognised are let in.";
            case SCHEDULED_UNLOCK -> "Held unlocked by the schedule.";
            case OPERATOR_UNLOCK -> "Held unlocked by order.";
            case OPERATOR_LOCK -> "Kept locked by order: nobody is let in, the exit button works.";
            case LOCK_DOWN -> "Lock-down: nobody is let in, the exit button works.";
            case FIRE -> "Unlocked for fire, whatever else is ordered.";
        };
    }

    private static String words(Alarm alarm) {
        return switch (alarm) {
            case HELD_OPEN_SOON -> "The door has been open for a while";
            case HELD_OPEN -> "The door is held open";
            case FORCED_OPEN -> "The door was forced open";
            case FIRE -> "Fire";
            case TAMPER -> "The box has been opened";
            case RELAY_FAULT -> "The relay does not obey";
            case INPUT_FAULT -> "A contact cannot be read";
        };
    }
}
