package io.lintel.access.loop;

import io.lintel.access.DoorScreenMessage;
import io.lintel.access.FaceView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the one thing to show when several people are there: what was decided a moment ago, even if that person has gone through the
 * door already, else who is furthest on the way to a decision. Not thread-safe.
 */
final class DoorScreen {

    private final long showNanos;
    private @Nullable DoorScreenMessage decided;
    private long decidedNanos;

    DoorScreen(Duration showDecision) {
        this.showNanos = showDecision.toNanos();
    }

    void decided(DoorScreenMessage observation, long now) {
        decided = observation;
        decidedNanos = now;
    }

    DoorScreenMessage choose(List<FaceView> faces, long now) {
        Optional<DoorScreenMessage> asked = faces.stream()
                .map(FaceView::observation)
                .filter(each -> each instanceof DoorScreenMessage.Asked || each instanceof DoorScreenMessage.EnterPin)
                .findFirst();
        if (asked.isPresent()) {
            // Somebody's time runs: the instruction must be shown.
            return asked.get();
        }
        DoorScreenMessage lately = decided;
        if (lately != null && now - decidedNanos < showNanos) {
            return lately;
        }
        decided = null;
        return faces.stream()
                .map(FaceView::observation)
                .min(Comparator.comparingInt(DoorScreen::rank))
                .orElseGet(DoorScreenMessage.NoOne::new);
    }

    private static int rank(DoorScreenMessage observation) {
        return switch (observation) {
            case DoorScreenMessage.Asked asked -> 0;
            case DoorScreenMessage.EnterPin pin -> 0;
            case DoorScreenMessage.Deciding deciding -> 0;
            case DoorScreenMessage.LookHere lookHere -> 1;
            case DoorScreenMessage.Trouble trouble -> 2;
            case DoorScreenMessage.Denied denied -> 3;
            case DoorScreenMessage.Waiting waiting -> 3;
            case DoorScreenMessage.Granted granted -> 4;
            case DoorScreenMessage.Approaching approaching -> 5;
            case DoorScreenMessage.NoOne noOne -> 6;
        };
    }
}
