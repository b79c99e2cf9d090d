package io.lintel.api;

import io.lintel.door.Door;
import io.lintel.door.DoorStatus;
import io.lintel.wiring.Serving;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * The door as it is now; words as in docs/EVENTS.md.
 *
 * @param state locked, unlocked, open, held-open or forced-open; stopped when it is not running
 * @param released whether the lock lets a person pass
 * @param mode what holds it
 * @param alive whether its threads answer
 * @param fault why the relay does not obey; empty when it does
 */
@RegisterForReflection
public record DoorJson(
        String state,
        boolean released,
        String leaf,
        String mode,
        List<String> alarms,
        boolean alive,
        String relay,
        String fault) {

    static DoorJson of(Serving serving) {
        return serving.door()
                .map(Door::status)
                .map(DoorJson::of)
                .orElseGet(() -> new DoorJson("stopped", false, "closed", "normal", List.of(), false, "", ""));
    }

    private static DoorJson of(DoorStatus status) {
        return new DoorJson(
                word(status.door().state()),
                status.door().released(),
                status.door().leafOpen() ? "open" : "closed",
                word(status.door().mode()),
                status.door().alarms().stream().sorted().map(DoorJson::word).toList(),
                status.alive(),
                status.relay(),
                status.relayFault());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
