package io.lintel.kiosk;

import io.lintel.access.AccessEvent;
import io.lintel.access.Decision;
import io.lintel.access.DenialReason;
import io.lintel.access.DoorScreenMessage;
import io.lintel.appliance.ComponentStatus;
import io.lintel.camera.CameraStatus;
import io.lintel.door.Alarm;
import io.lintel.door.DoorMode;
import io.lintel.gallery.PersonId;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what the door screen shows: first what concerns everybody there, fire before all, then the person before the
 * camera. Used by one thread at a time.
 */
final class ScreenSelector {

    /** Whoever stands there can end these, by closing the door. */
    private static final Set<Alarm> LEAF_OPEN = Set.of(Alarm.HELD_OPEN, Alarm.HELD_OPEN_SOON, Alarm.FORCED_OPEN);

    private static final ScreenState LOCK_DOWN = ScreenState.detailed("locked", "lock-down");

    private final Function<PersonId, Optional<String>> names;
    private final Function<PersonId, Optional<LocalDateTime>> openings;

    /** When the person who was denied last may enter: what is shown after the decision does not say who it is. */
    private @Nullable String from;

    /**
     * @param names of the people let in; finds nobody where names are not shown
     * @param openings when a person's schedules open next
     */
    ScreenSelector(Function<PersonId, Optional<String>> names, Function<PersonId, Optional<LocalDateTime>> openings) {
        this.names = names;
        this.openings = openings;
    }

    /**
     * What to show now; empty to leave the screen as it is.
     *
     * @param door as it is now
     * @param camera null before it was started
     * @param recognition whether people are being recognised
     * @param observation null before the first
     */
    Optional<ScreenState> scene(
            DoorNow door,
            @Nullable CameraStatus camera,
            Recognition recognition,
            @Nullable DoorScreenMessage observation) {
        Set<Alarm> alarms = door.alarms();
        if (alarms.contains(Alarm.FIRE)) {
            return Optional.of(ScreenState.of("fire"));
        }
        if (!Collections.disjoint(alarms, LEAF_OPEN)) {
            return Optional.of(ScreenState.detailed("alarm", "held-open"));
        }
        if (camera == null || camera instanceof CameraStatus.Starting) {
            return Optional.of(ScreenState.of("offline"));
        }
        if (!camera.isLive()) {
            return Optional.of(ScreenState.of("camera"));
        }
        return switch (recognition) {
            case STARTING -> Optional.of(ScreenState.of("offline"));
            case OFF -> Optional.of(ScreenState.of("alarm"));
            case ON -> Optional.ofNullable(observation).map(seen -> scene(seen, door));
        };
    }

    /** What came of a decision; empty where that is said by the view alone, such as a grant that could not be carried out. */
    Optional<ScreenState> scene(AccessEvent.Decided decided, DoorNow door) {
        from = decided.decision() instanceof Decision.Denied denied ? opening(denied) : null;
        return switch (decided.decision()) {
            case Decision.Denied denied -> Optional.of(denied(denied.reason()));
            case Decision.Granted granted
            when decided.unlocked() -> Optional.of(welcome(granted.isCertain() ? granted.person() : null, door));
            case Decision.Granted kept -> Optional.empty();
        };
    }

    private @Nullable String opening(Decision.Denied denied) {
        return denied.reason() == DenialReason.OUT_OF_SCHEDULE && denied.person() != null
                ? openings.apply(denied.person())
                        .map(opening -> opening.truncatedTo(ChronoUnit.MINUTES).toString())
                        .orElse(null)
                : null;
    }

    /** @param person null: somebody who is greeted without a name */
    private ScreenState welcome(@Nullable PersonId person, DoorNow door) {
        return ScreenState.welcome(person == null ? null : names.apply(person).orElse(null), door.released());
    }

    private ScreenState scene(DoorScreenMessage observation, DoorNow door) {
        return switch (observation) {
            case DoorScreenMessage.NoOne noOne -> {
                from = null;
                yield nobody(door);
            }
            case DoorScreenMessage.Approaching approaching -> unlessForAll(door, ScreenState.of("closer"));
            case DoorScreenMessage.LookHere(var flaw) -> unlessForAll(door, ScreenState.advising("look", flaw.name()));
            case DoorScreenMessage.Deciding deciding -> unlessForAll(door, ScreenState.of("hold"));
            case DoorScreenMessage.Asked(var instruction) ->
                ScreenState.detailed("challenge", instruction == null ? "straight" : instruction.code());
            case DoorScreenMessage.EnterPin(var ticket, var triesLeft) -> ScreenState.pin(ticket, triesLeft);
            case DoorScreenMessage.Granted(var person) -> welcome(person, door);
            case DoorScreenMessage.Denied(var reason) -> denied(reason);
            case DoorScreenMessage.Waiting(var wait, var returned) ->
                returned ? ScreenState.of("wait") : denied(wait.reason());
            case DoorScreenMessage.Trouble trouble -> ScreenState.of("alarm");
        };
    }

    private static ScreenState nobody(DoorNow door) {
        // Not while somebody waits to be let in: it may have been open since yesterday.
        if (door.alarms().contains(Alarm.TAMPER)) {
            return ScreenState.detailed("alarm", "tamper");
        }
        return door.released() ? ScreenState.of("open") : unlessForAll(door, ScreenState.of("idle"));
    }

    /** Where it makes no difference who somebody is, nobody is asked to look into the camera. */
    private static ScreenState unlessForAll(DoorNow door, ScreenState asking) {
        if (door.mode().holdsUnlocked()) {
            return ScreenState.of("open");
        }
        if (door.mode() == DoorMode.LOCK_DOWN) {
            return LOCK_DOWN;
        }
        return door.mode().refusesGrants() ? ScreenState.of("locked") : asking;
    }

    /** Why somebody was taken for a stranger helps only those who try to be taken for somebody else. */
    private ScreenState denied(DenialReason reason) {
        return switch (reason) {
            case OUT_OF_SCHEDULE -> ScreenState.outOfSchedule(from);
            case EXPIRED -> ScreenState.outOfSchedule(null);
            case DISABLED, NO_LIVENESS -> ScreenState.detailed("denied", "refused");
            case LOCKED_OUT -> ScreenState.of("wait");
            case WRONG_PIN, NO_PIN -> ScreenState.detailed("denied", "pin");
            case LOCK_DOWN -> LOCK_DOWN;
            case KEPT_LOCKED -> ScreenState.of("locked");
            case UNKNOWN, AMBIGUOUS, SPOOF, LOW_QUALITY -> ScreenState.of("denied");
        };
    }

    /** Whether people are being recognised. */
    enum Recognition {
        STARTING,
        ON,
        OFF;

        /** @param component recognition, as the system's status has it */
        static Recognition of(Optional<ComponentStatus> component) {
            return component
                    .map(status -> status.ready() ? ON : status.state() == ComponentStatus.State.BAD ? OFF : STARTING)
                    .orElse(STARTING);
        }
    }
}
