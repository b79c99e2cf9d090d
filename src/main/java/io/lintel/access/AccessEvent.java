package io.lintel.access;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What listeners are told. Immutable. */
public sealed interface AccessEvent {

    /**
     * The door as of one frame.
     *
     * @param frameSequence number of the frame; 0 when there was none for a while
     * @param width of the frame, pixels; 0 when there was none
     * @param height of the frame, pixels
     * @param faces the followed faces in the frame, the largest first
     * @param observation what the screen at the door should show
     */
    record View(long frameSequence, int width, int height, List<FaceView> faces, DoorScreenMessage observation)
            implements AccessEvent {
        public View {
            faces = List.copyOf(faces);
        }
    }

    /**
     * A decision, after it was carried out.
     *
     * @param auditRow its row in the audit log; empty when it could not be written
     * @param shutBecause for a grant: why the door stayed shut; null when it was unlocked
     */
    record Decided(
            Decision decision,
            OptionalLong auditRow,
            @Nullable String shutBecause,
            Instant at) implements AccessEvent {

        public boolean unlocked() {
            return decision instanceof Decision.Granted && shutBecause == null;
        }
    }

    record Alarmed(AccessAlarm alarm, Instant at) implements AccessEvent {}
}
