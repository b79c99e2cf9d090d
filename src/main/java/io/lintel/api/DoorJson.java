package io.lintel.api;

import io.lintel.door.DoorStatus;
import io.lintel.system.Kebab;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

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

    static DoorJson of(Optional<DoorStatus> status) {
        return status.map(DoorJson::of)
                .orElseGet(() -> new DoorJson("stopped", false, "closed", "normal", List.of(), false, "", ""));
    }

    private static DoorJson of(DoorStatus status) {
        return new DoorJson(
                Kebab.of(status.door().state()),
                status.door().released(),
                status.door().leafOpen() ? "open" : "closed",
                Kebab.of(status.door().mode()),
                status.door().alarms().stream().sorted().map(Kebab::of).toList(),
                status.alive(),
                status.relay(),
                status.relayFault());
    }
}
