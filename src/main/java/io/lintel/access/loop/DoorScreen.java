package io.lintel.access.loop;

import io.lintel.access.FaceView;
import io.lintel.access.Observation;
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
    private @Nullable Observation decided;
    private long decidedNanos;

    DoorScreen(Duration showDecision) {
        this.showNanos = showDecision.toNanos();
    }

    void decided(Observation observation, long now) {
        decided = observation;
        decidedNanos = now;
    }

    Observation choose(List<FaceView> faces, long now) {
        Optional<Observation> asked = faces.stream()
                .map(FaceView::observation)
                .filter(each -> each instanceof Observation.Asked || each instanceof Observation.EnterPin)
                .findFirst();
        if (asked.isPresent()) {
            // Somebody's time runs: he must be told what to do.
            return asked.get();
        }
        Observation lately = decided;
        if (lately != null && now - decidedNanos < showNanos) {
            return lately;
        }
        decided = null;
        return faces.stream()
                .map(FaceView::observation)
                .min(Comparator.comparingInt(DoorScreen::rank))
                .orElseGet(Observation.NoOne::new);
    }

    private static int rank(Observation observation) {
        return switch (observation) {
            case Observation.Asked asked -> 0;
            case Observation.EnterPin pin -> 0;
            case Observation.Deciding deciding -> 0;
            case Observation.LookHere lookHere -> 1;
            case Observation.Trouble trouble -> 2;
            case Observation.Denied denied -> 3;
            case Observation.Granted granted -> 4;
            case Observation.Approaching approaching -> 5;
            case Observation.NoOne noOne -> 6;
        };
    }
}
