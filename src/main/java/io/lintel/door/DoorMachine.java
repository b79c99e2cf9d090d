package io.lintel.door;

import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The rules of the door: a lock, a leaf and the modes that hold them. Knows no threads, no clock and no hardware; not
 * thread-safe. Each change goes out as a {@link Transition}, in order, and none happens without one.
 */
final class DoorMachine {

    private final Consumer<Transition> out;
    private final StandingAlarms alarms = new StandingAlarms(this::change);

    private PulseLimits pulse;
    private LeafLimits leafLimits;
    private LockState lock;
    private LeafState leaf = ClosedLeaf.atRest();
    private DoorModes modes;

    /** @param restored modes from before a restart; a fire input speaks for itself */
    DoorMachine(DoorSettings settings, DoorModes restored, Consumer<Transition> out) {
        this.pulse = PulseLimits.of(settings);
        this.leafLimits = LeafLimits.of(settings);
        this.out = out;
        this.modes = restored.withFire(false);
        this.lock = LockedState.atStart(pulse);
    }

    /** Begins. A leaf that is found open is open with a cause: nobody can know how it came to be. */
    void start(boolean leafOpen, long now) {
        change(DoorEventKind.STARTED, new Cause(Cause.Origin.SYSTEM, "start"), "", () -> {
            if (leafOpen) {
                leaf = modes.inForce().holdsUnlocked() ? OpenLeaf.untimed(leafLimits) : OpenLeaf.timed(leafLimits, now);
            }
        });
        obeyMode(DoorMode.NORMAL, new Cause(Cause.Origin.SYSTEM, "restored"), now);
    }

    /** Ends: locked, whatever was asked. */
    void stop(long now) {
        Cause cause = new Cause(Cause.Origin.SYSTEM, "stop");
        moveLock(LockedState.atStart(pulse), cause);
        change(DoorEventKind.STOPPED, cause, "", () -> {});
    }

    /** Takes a signal; false is a refusal, which is told as a transition too. */
    boolean handle(Signal signal, long now) {
        advance(now);
        return switch (signal) {
            case Signal.Unlock(Cause cause) -> unlock(cause, now);
            case Signal.RequestToExit() -> unlock(Cause.REX, now);
            case Signal.Leaf(boolean open) -> leaf(open, now);
            case Signal.Fire(boolean active) -> fire(active, now);
            case Signal.Tamper(boolean active) -> alarms.tamper(active);
            case Signal.Operator(OperatorOrder order, Cause cause) -> operator(order, cause, now);
            case Signal.Schedule(boolean unlocked, Cause cause) -> modes(modes.withScheduled(unlocked), cause, now);
            case Signal.LockDown(boolean on, Cause cause) -> modes(modes.withLockDown(on), cause, now);
            case Signal.Limits(DoorSettings settings) -> limits(settings);
            case Signal.RelayFailed(String why) -> relayFailed(why, now);
            case Signal.RelayRecovered() -> alarms.relayRecovered();
            case Signal.InputFailed(DoorInput input, String why) -> inputFailed(input, why, now);
            case Signal.InputRecovered(DoorInput input) -> alarms.inputRecovered(input);
            case Signal.LockedByForce(DoorEventKind kind, String why) -> lockedByForce(kind, why, now);
        };
    }

    /** Does what is due. */
    void advance(long now) {
        moveLock(lock.at(now, leaf.isOpen()), Cause.timer("pulse over"));
        if (leaf instanceof ClosedLeaf closed && closed.opensForGood(now)) {
            leafOpens(now);
        }
        for (LeafState next = leaf.at(now); next != leaf; next = leaf.at(now)) {
            LeafState step = next;
            DoorEventKind kind = step instanceof HeldOpenLeaf ? DoorEventKind.HELD_OPEN : DoorEventKind.HELD_OPEN_SOON;
            change(kind, Cause.timer("open too long"), "", () -> leaf = step);
        }
    }

    /** When {@link #advance} has something to do next. */
    OptionalLong deadline(long now) {
        OptionalLong ofLock = lock.deadline(leaf.isOpen());
        OptionalLong ofLeaf = leaf.deadline();
        if (ofLock.isEmpty() || ofLeaf.isEmpty()) {
            return ofLock.isEmpty() ? ofLeaf : ofLock;
        }
        return ofLock.getAsLong() - now <= ofLeaf.getAsLong() - now ? ofLock : ofLeaf;
    }

    /** Tells of a request that was refused outside, before it could become a signal. */
    void refuse(Cause cause, String why) {
        change(DoorEventKind.REFUSED, cause, why, () -> {});
    }

    boolean released() {
        return lock.released();
    }

    /** Whether the lock is released by a mode, without a limit in time. */
    boolean held() {
        return lock instanceof HeldState;
    }

    DoorView view() {
        return new DoorView(
                leaf.door(lock.released()), lock.released(), leaf.isOpen(), modes, alarms.with(leaf.alarm()));
    }

    /** A leaf that is open stays under the limits under which it was opened. */
    private boolean limits(DoorSettings settings) {
        pulse = PulseLimits.of(settings);
        leafLimits = LeafLimits.of(settings);
        lock = lock.with(pulse);
        return true;
    }

    private boolean unlock(Cause cause, long now) {
        boolean egress = cause.origin() == Cause.Origin.REX;
        if (!egress && modes.inForce().refusesGrants()) {
            refuse(cause, modes.inForce() == DoorMode.LOCK_DOWN ? "lock-down" : "locked by an operator");
            return false;
        }
        LockState next = lock.asked(cause, now);
        if (!next.released()) {
            refuse(cause, "unlocked for the maximum already");
            return false;
        }
        DoorEventKind kind = lock.released() ? DoorEventKind.UNLOCKED_AGAIN : DoorEventKind.UNLOCKED;
        change(kind, cause, "", () -> {
            lock = next;
            leaf = leaf.passing(now);
        });
        return true;
    }

    private boolean leaf(boolean open, long now) {
        if (leaf instanceof ClosedLeaf closed) {
            if (!open) {
                leaf = closed.contactCloses(now);
            } else if (closed.settles(now) && !lock.explainsOpening(now)) {
                leaf = closed.contactOpens(now);
            } else {
                leafOpens(now);
            }
        } else if (!open) {
            change(DoorEventKind.CLOSED, Cause.DOOR_SENSOR, "", () -> leaf = ClosedLeaf.shut(now));
            moveLock(lock.leafClosed(now), Cause.DOOR_SENSOR);
        }
        return true;
    }

    private void leafOpens(long now) {
        if (lock.explainsOpening(now)) {
            LeafState opened = held() ? OpenLeaf.untimed(leafLimits) : OpenLeaf.timed(leafLimits, now);
            change(DoorEventKind.OPENED, Cause.DOOR_SENSOR, "", () -> leaf = opened);
            moveLock(lock.leafOpened(now), Cause.DOOR_SENSOR);
        } else {
            change(DoorEventKind.FORCED_OPEN, Cause.DOOR_SENSOR, "", () -> leaf = new ForcedOpenLeaf());
        }
    }

    /** An input that cannot be read counts as fire, like a cut wire on a normally-closed loop. */
    private boolean fire(boolean active, long now) {
        DoorMode old = modes.inForce();
        if (alarms.fire(active, () -> modes = modes.withFire(active))) {
            obeyMode(old, Cause.FIRE, now);
        }
        return true;
    }

    private boolean operator(OperatorOrder order, Cause cause, long now) {
        if (order == OperatorOrder.UNLOCK && modes.lockDown()) {
            refuse(cause, "lock-down");
            return false;
        }
        return modes(modes.withOperator(order), cause, now);
    }

    private boolean modes(DoorModes next, Cause cause, long now) {
        if (!next.equals(modes)) {
            DoorMode old = modes.inForce();
            change(DoorEventKind.MODE_CHANGED, cause, "", () -> modes = next);
            obeyMode(old, cause, now);
        }
        return true;
    }

    private void obeyMode(DoorMode old, Cause cause, long now) {
        DoorMode mode = modes.inForce();
        if (mode.holdsUnlocked()) {
            if (!held()) {
                hold(cause);
            }
        } else if (lock instanceof HeldState held) {
            change(DoorEventKind.LOCKED, cause, "", () -> {
                lock = held.ended(now);
                leaf = leaf.holdEnds(now);
            });
        } else if (mode != old && mode.refusesGrants()) {
            moveLock(lock.grantsRefused(now), cause);
        }
    }

    private void hold(Cause cause) {
        DoorEventKind kind = lock.released() ? DoorEventKind.UNLOCKED_AGAIN : DoorEventKind.UNLOCKED;
        change(kind, cause, "", () -> {
            lock = new HeldState(pulse);
            leaf = leaf.holdBegins();
        });
    }

    /** A pulse that could not be given is over; what a mode holds stays wanted and is tried again. */
    private boolean relayFailed(String why, long now) {
        Cause cause = new Cause(Cause.Origin.RELAY, why);
        alarms.relayFailed(cause);
        endPulse(cause, now);
        return true;
    }

    private boolean inputFailed(DoorInput input, String why, long now) {
        alarms.inputFailed(input, why);
        return input != DoorInput.FIRE || fire(true, now);
    }

    private boolean lockedByForce(DoorEventKind kind, String why, long now) {
        Cause cause = new Cause(Cause.Origin.GUARD, why);
        change(kind, cause, "", () -> {});
        endPulse(cause, now);
        return true;
    }

    private void endPulse(Cause cause, long now) {
        if (lock.released() && !held()) {
            moveLock(LockedState.after(pulse, OptionalLong.empty(), now), cause);
        }
    }

    private void moveLock(LockState next, Cause cause) {
        if (next != lock) {
            change(next.released() ? DoorEventKind.UNLOCKED : DoorEventKind.LOCKED, cause, "", () -> lock = next);
        }
    }

    private void change(DoorEventKind kind, Cause cause, String note, Runnable change) {
        DoorView before = view();
        change.run();
        out.accept(new Transition(kind, before, view(), cause, note));
    }
}
