package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.AccessEvent;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.FaceView;
import io.lintel.door.DoorModes;
import io.lintel.door.DoorState;
import io.lintel.door.DoorView;
import io.lintel.door.OperatorOrder;
import io.lintel.face.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmptyDoorwayTest {

    private static final Optional<DoorView> CLOSED = door(DoorState.LOCKED, false, false, DoorModes.NONE);

    private long now;
    private final EmptyDoorway doorway = new EmptyDoorway(() -> now);

    @Test
    void nobodySeenForThreeSecondsIsEmptyAndNotBefore() {
        pass(Duration.ofMillis(2900));
        assertThat(doorway.isEmpty(CLOSED)).isFalse();
        pass(Duration.ofMillis(200));
        assertThat(doorway.isEmpty(CLOSED)).isTrue();
        assertThat(doorway.isEmpty(Optional.empty())).as("no door runs").isTrue();
    }

    @Test
    void aFaceKeepsItFromBeingEmpty() {
        pass(Duration.ofSeconds(10));
        doorway.happened(view(
                new FaceView(1, new BoundingBox(0, 0, 10, 10), new DoorScreenMessage.Approaching(), null, null, 0)));
        assertThat(doorway.isEmpty(CLOSED)).isFalse();
        doorway.happened(view());
        pass(EmptyDoorway.CALM);
        assertThat(doorway.isEmpty(CLOSED)).isTrue();
    }

    @Test
    void aLockThatIsReleasedForSomebodyAndAnOpenDoorAreWaitedFor() {
        pass(Duration.ofSeconds(10));
        assertThat(doorway.isEmpty(door(DoorState.UNLOCKED, true, false, DoorModes.NONE)))
                .isFalse();
        assertThat(doorway.isEmpty(door(DoorState.OPEN, false, true, DoorModes.NONE)))
                .isFalse();
    }

    /** It would stay so for hours, and is unlocked again after the restart. */
    @Test
    void aDoorThatIsHeldUnlockedIsNotWaitedFor() {
        pass(Duration.ofSeconds(10));
        DoorModes held = new DoorModes(false, false, OperatorOrder.UNLOCK, false);
        assertThat(doorway.isEmpty(door(DoorState.UNLOCKED, true, false, held))).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static AccessEvent view(FaceView... faces) {
        return new AccessEvent.View(1, 640, 360, List.of(faces), new DoorScreenMessage.NoOne());
    }

    private static Optional<DoorView> door(DoorState state, boolean released, boolean open, DoorModes modes) {
        return Optional.of(new DoorView(state, released, open, modes, Set.of()));
    }
}
