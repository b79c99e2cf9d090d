package io.lintel.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Watches the decisions for what one of them does not show. Raises alarms and never shuts anybody out. Not thread-safe, but for {@link #use}.
 */
public final class AlarmWatch {

    /** Three attacks in ten minutes are no accident of light any more. */
    private static final int SPOOFS = 3;

    private static final Duration SPOOF_MEMORY = Duration.ofMinutes(10);

    private volatile int denialsToAlarm;
    private final BooleanSupplier strangerExpected;
    private final Deque<Long> spoofs = new ArrayDeque<>();

    public AlarmWatch(VisitSettings settings) {
        this(settings, () -> false);
    }

    /** @param strangerExpected whether somebody stands there to be enrolled, so that a stranger's many tries are none */
    public AlarmWatch(VisitSettings settings, BooleanSupplier strangerExpected) {
        this.denialsToAlarm = settings.lockOutAfter();
        this.strangerExpected = strangerExpected;
    }

    /** Other settings from now on. From any thread. */
    public void use(VisitSettings settings) {
        denialsToAlarm = settings.lockOutAfter();
    }

    public List<AccessAlarm> after(Decision decision, long now) {
        List<AccessAlarm> alarms = new ArrayList<>(0);
        if (decision instanceof Decision.Denied denied && denied.reason().isFailedTry()) {
            int tries = denied.explanation().attempt();
            boolean expected = denied.reason() == DenialReason.UNKNOWN && strangerExpected.getAsBoolean();
            if (tries % denialsToAlarm == 0 && !expected) {
                alarms.add(new AccessAlarm.RepeatedDenials(denied.explanation().trackId(), tries, denied.reason()));
            }
            if (denied.reason() == DenialReason.SPOOF && isOneSpoofTooMany(now)) {
                alarms.add(new AccessAlarm.RepeatedSpoofs(SPOOFS));
            }
        }
        return alarms;
    }

    private boolean isOneSpoofTooMany(long now) {
        spoofs.removeIf(at -> now - at > SPOOF_MEMORY.toNanos());
        spoofs.addLast(now);
        if (spoofs.size() < SPOOFS) {
            return false;
        }
        spoofs.clear();
        return true;
    }
}
