package io.lintel.service;

import io.lintel.access.EntryRule;
import io.lintel.door.DoorStatus;
import io.lintel.gallery.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what the door would do with a person at this moment, were they recognised and live: by the door's own rule, and by how the door is. Thread-safe.
 */
public final class EntryService {

    /** The door itself does not work; any other code is that of a {@link io.lintel.access.DenialReason}. */
    public static final String DOOR_FAULT = "door-fault";

    /**
     * What the door would do.
     *
     * @param reason code of what keeps the person out; null when they may enter
     * @param detail one sentence without a name
     */
    public record Entry(boolean mayEnter, @Nullable String reason, String detail) {}

    private final EntryRule rule;
    private final DoorService door;

    /** @param rule of the door */
    public EntryService(EntryRule rule, DoorService door) {
        this.rule = rule;
        this.door = door;
    }

    public Entry of(PersonId person) {
        if (rule.doorMode().holdsUnlocked()) {
            return new Entry(true, null, "the door is unlocked for everybody now");
        }
        EntryRule.Refusal refusal = rule.refuses(person);
        if (refusal != null) {
            return new Entry(false, refusal.reason().code(), refusal.detail());
        }
        return door.status().flatMap(EntryService::fault).orElseGet(() -> new Entry(true, null, "may enter now"));
    }

    private static Optional<Entry> fault(DoorStatus status) {
        if (!status.alive()) {
            return Optional.of(new Entry(false, DOOR_FAULT, "the door's thread does not answer"));
        }
        return status.relayFault().isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(false, DOOR_FAULT, "the relay does not obey: " + status.relayFault()));
    }
}
