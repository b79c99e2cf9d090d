package io.lintel.access.loop;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.access.AlarmWatch;
import io.lintel.access.Decision;
import io.lintel.access.DecisionRecorder;
import io.lintel.door.DoorUnlocker;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries decisions out: first the durable audit row, then the door. Used by one thread.
 */
public final class DecisionExecutor {

    private static final System.Logger LOG = System.getLogger(DecisionExecutor.class.getName());

    private final DoorUnlocker door;
    private final DecisionRecorder recorder;
    private final AlarmWatch alarms;
    private final LoopSettings settings;
    private final MonotonicClock clock;
    private final InstantSource wallClock;
    private final Consumer<AccessEvent> listeners;
    private final LoopMeter meter;

    public DecisionExecutor(
            DoorUnlocker door,
            DecisionRecorder recorder,
            AlarmWatch alarms,
            InstantSource wallClock,
            LoopCollaborators collaborators) {
        this.door = door;
        this.recorder = recorder;
        this.alarms = alarms;
        this.wallClock = wallClock;
        this.settings = collaborators.settings();
        this.clock = collaborators.clock();
        this.listeners = collaborators.listeners();
        this.meter = collaborators.meter();
    }

    /**
     * Records a decision and, if it is a grant, unlocks the door.
     *
     * @param capturedNanos when the deciding frame was captured
     * @return what came of it
     */
    AccessEvent.Decided carryOut(Decision decision, long capturedNanos) {
        long start = clock.nanos();
        OptionalLong row = record(decision);
        meter.stage(PipelineStage.RECORD, clock.nanos() - start);
        String shut = decision instanceof Decision.Granted ? unlock(row, capturedNanos) : null;
        if (shut != null && row.isPresent()) {
            attempt("audit.door-stayed-shut", () -> recorder.doorStayedShut(row.getAsLong(), shut));
        }
        meter.decision(decision, decision instanceof Decision.Granted && shut == null, clock.nanos() - capturedNanos);
        LOG.log(
                shut == null ? Level.INFO : Level.WARNING,
                "decision={0} person={1} track={2} row={3}{4}",
                decision.code(),
                decision.person() == null ? "-" : decision.person(),
                Long.toString(decision.explanation().trackId()),
                row.isPresent() ? Long.toString(row.getAsLong()) : "none",
                shut == null ? "" : " shut-because=\"" + shut + "\"");
        AccessEvent.Decided decided = new AccessEvent.Decided(decision, row, shut, wallClock.instant());
        listeners.accept(decided);
        for (AccessAlarm alarm : alarms.after(decision, capturedNanos)) {
            LOG.log(Level.WARNING, "alarm={0} {1}", alarm.code(), alarm);
            attempt("audit.alarm", () -> recorder.record(alarm));
            listeners.accept(new AccessEvent.Alarmed(alarm, wallClock.instant()));
        }
        return decided;
    }

    private OptionalLong record(Decision decision) {
        try {
            return OptionalLong.of(recorder.record(decision));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "audit.write failed decision=" + decision.code(), e);
            return OptionalLong.empty();
        }
    }

    private @Nullable String unlock(OptionalLong row, long capturedNanos) {
        if (row.isEmpty() && settings.onAuditFailure() == OnAuditFailure.KEEP_SHUT) {
            return "the audit log cannot be written";
        }
        long start = clock.nanos();
        if (settings.isTooLateToUnlock(capturedNanos, start)) {
            return "recording the decision took too long";
        }
        try {
            String cause = row.isPresent() ? "decision " + row.getAsLong() : "decision without audit row";
            boolean unlocked = door.unlockOnce(cause);
            meter.stage(PipelineStage.UNLOCK, clock.nanos() - start);
            return unlocked ? null : "the door refuses to unlock";
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "door.unlock failed", e);
            return "the door does not answer" + (e instanceof LintelException ? ": " + e.getMessage() : "");
        }
    }

    /** What is only told for the record must not end a frame's way. */
    private static void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, what + " failed", e);
        }
    }
}
