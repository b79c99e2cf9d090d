package io.lintel.access;

import io.lintel.face.FaceQuality;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** Let in; nothing more to decide for a while. */
final class GrantedState extends VisitState {

    private final @Nullable PersonId person;
    private final long untilNanos;

    /** @param person null for one of several who look alike */
    GrantedState(@Nullable PersonId person, long now, VisitSettings settings) {
        this.person = person;
        this.untilNanos = now + settings.grantAgainAfter().toNanos();
    }

    @Override
    boolean isDeciding() {
        return false;
    }

    @Override
    boolean hasEnded(long now) {
        return now - untilNanos >= 0;
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return new DoorScreenMessage.Granted(person);
    }
}
