package io.lintel.kiosk;

import io.lintel.access.DenialReason;
import io.lintel.access.Observation;
import io.lintel.camera.CameraStatus;
import io.lintel.door.Alarm;
import io.lintel.gallery.PersonId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what the door screen shows: first what concerns everybody there, fire before all, then the person before the
 * camera. Thread-safe as far as the names are.
 */
final class Stage {

    /** Whoever stands there can end these, by closing the door. */
    private static final Set<Alarm> LEAF_OPEN = Set.of(Alarm.HELD_OPEN, Alarm.HELD_OPEN_SOON, Alarm.FORCED_OPEN);

    private final Function<PersonId, Optional<String>> names;

    /** @param names of the people let in; finds nobody where names are not shown */
    Stage(Function<PersonId, Optional<String>> names) {
        this.names = names;
    }

    /**
     * What to show now; empty to leave the screen as it is.
     *
     * @param alarms of the door
     * @param camera null before it was started
     * @param recognition whether people are being recognised
     * @param observation null before the first
     */
    Optional<Scene> scene(
            Set<Alarm> alarms,
            @Nullable CameraStatus camera,
            Recognition recognition,
            @Nullable Observation observation) {
        if (alarms.contains(Alarm.FIRE)) {
            return Optional.of(Scene.of("fire"));
        }
        if (!Collections.disjoint(alarms, LEAF_OPEN)) {
            return Optional.of(Scene.detailed("alarm", "held-open"));
        }
        if (camera == null || camera instanceof CameraStatus.Starting) {
            return Optional.of(Scene.of("offline"));
        }
        if (!camera.isLive()) {
            return Optional.of(Scene.of("camera"));
        }
        return switch (recognition) {
            case STARTING -> Optional.of(Scene.of("offline"));
            case OFF -> Optional.of(Scene.of("alarm"));
            case ON -> Optional.ofNullable(observation).map(seen -> scene(seen, alarms.contains(Alarm.TAMPER)));
        };
    }

    private Scene scene(Observation observation, boolean boxIsOpen) {
        return switch (observation) {
            // Not while somebody waits to be let in: it may have been open since yesterday.
            case Observation.NoOne noOne -> boxIsOpen ? Scene.detailed("alarm", "tamper") : Scene.of("idle");
            case Observation.Approaching approaching -> Scene.of("closer");
            case Observation.LookHere(var flaw) -> Scene.advising("look", flaw.name());
            case Observation.Deciding deciding -> Scene.of("hold");
            case Observation.Asked(var instruction) ->
                Scene.detailed("challenge", instruction == null ? "straight" : instruction.code());
            case Observation.EnterPin(var ticket, var triesLeft) -> Scene.pin(ticket, triesLeft);
            case Observation.Granted(var person) ->
                new Scene("welcome", null, null, names.apply(person).orElse(null), null);
            case Observation.Denied(var reason) -> denied(reason);
            case Observation.Trouble trouble -> Scene.of("alarm");
        };
    }

    /** Why somebody was taken for a stranger helps only those who try to be taken for somebody else. */
    private static Scene denied(DenialReason reason) {
        return switch (reason) {
            case OUT_OF_SCHEDULE, EXPIRED -> Scene.detailed("denied", "schedule");
            case DISABLED -> Scene.detailed("denied", "refused");
            case LOCKED_OUT -> Scene.of("wait");
            case WRONG_PIN -> Scene.detailed("denied", "pin");
            case UNKNOWN, AMBIGUOUS, SPOOF, LOW_QUALITY -> Scene.of("denied");
        };
    }

    /** Whether people are being recognised. */
    enum Recognition {
        STARTING,
        ON,
        OFF;

        /** @param obstacle as {@link io.lintel.wiring.Serving#obstacle()} says it */
        static Recognition facing(String obstacle) {
            return switch (obstacle) {
                case "" -> ON;
                case "starting" -> STARTING;
                default -> OFF;
            };
        }
    }
}
