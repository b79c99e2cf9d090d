package io.lintel.access;

import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/** Recognised, but the door's own state keeps everybody out: said once, and decided anew as soon as that is over. */
final class KeptOutState extends VisitState {

    private final EntryRule entry;
    private final DenialReason reason;

    KeptOutState(EntryRule entry, DenialReason reason) {
        this.entry = entry;
        this.reason = reason;
    }

    @Override
    boolean isDeciding() {
        return false;
    }

    @Override
    boolean hasEnded(long now) {
        return entry.keptOut() == null;
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return new DoorScreenMessage.Denied(reason);
    }
}
