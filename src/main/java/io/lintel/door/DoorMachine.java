package io.lintel.door;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules of the door: a lock, a leaf and the modes that hold them. Knows no threads, no clock and no hardware; not
 * thread-safe. Each change goes out as a {@link Transition}, in order, and none happens without one.
 */
final class DoorMachine {

    private final PulseLimits pulse;
    private final LeafLimits leafLimits;
    private final Consumer<Transition> out;
    private final Set<DoorInput> faultyInputs = EnumSet.noneOf(DoorInput.class);

    private LockState lock;
    private LeafState leaf = new ClosedLeaf();
    private DoorModes modes;
    private boolean fire;
    private boolean tamper;
    private boolean relayFault;

    /** @param restored modes from before a restart; a fire input speaks for itself */
    DoorMachine(DoorSettings settings, DoorModes restored, Consumer<Transition> out) {
        this.pulse = PulseLimits.of(settings);
        this.leafLimits = LeafLimits.of(settings);
        this.out = out;
        this.modes = restored.withFire(false);
        this.lock = LockedState.atStart(pulse);
    }

    /**
     * Begins. A leaf that is found open is open with a cause: nobody can know how it came to be.
     */
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
            case Signal.Tamper(boolean active) -> tamper(active);
            case Signal.Operator(OperatorOrder order, Cause cause) -> operator(order, cause, now);
            case Signal.Schedule(boolean unlocked, Cause cause) -> modes(modes.withScheduled(unlocked), cause, now);
            case Signal.LockDown(boolean on, Cause cause) -> modes(modes.withLockDown(on), cause, now);
            case Signal.RelayFailed(String why) -> relayFailed(why, now);
            case Signal.RelayRecovered() -> relayRecovered();
            case Signal.InputFailed(DoorInput input, String why) -> inputFailed(input, why, now);
            case Signal.InputRecovered(DoorInput input) -> inputRecovered(input);
            case Signal.LockedByForce(DoorEventKind kind, String why) -> lockedByForce(kind, why, now);
        };
    }

    /** Does what is due. */
    void advance(long now) {
        moveLock(lock.at(now, leaf.isOpen()), Cause.timer("pulse over"));
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
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        Alarm ofLeaf = leaf.alarm();
        if (ofLeaf != null) {
            alarms.add(ofLeaf);
        }
        addIf(alarms, fire, Alarm.FIRE);
        addIf(alarms, tamper, Alarm.TAMPER);
        addIf(alarms, relayFault, Alarm.RELAY_FAULT);
        addIf(alarms, !faultyInputs.isEmpty(), Alarm.INPUT_FAULT);
        return new DoorView(leaf.door(lock.released()), lock.released(), leaf.isOpen(), modes, alarms);
    }

    private static void addIf(Set<Alarm> alarms, boolean on, Alarm alarm) {
        if (on) {
            alarms.add(alarm);
        }
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
        if (open == leaf.isOpen()) {
            return true;
        }
        if (!open) {
            change(DoorEventKind.CLOSED, Cause.DOOR_SENSOR, "", () -> leaf = new ClosedLeaf());
            moveLock(lock.leafClosed(now), Cause.DOOR_SENSOR);
        } else if (lock.explainsOpening(now)) {
            LeafState opened = held() ? OpenLeaf.untimed(leafLimits) : OpenLeaf.timed(leafLimits, now);
            change(DoorEventKind.OPENED, Cause.DOOR_SENSOR, "", () -> leaf = opened);
            moveLock(lock.leafOpened(now), Cause.DOOR_SENSOR);
        } else {
            change(DoorEventKind.FORCED_OPEN, Cause.DOOR_SENSOR, "", () -> leaf = new ForcedOpenLeaf());
        }
        return true;
    }

    /** An input that cannot be read counts as fire, like a cut wire on a normally-closed loop. */
    private boolean fire(boolean active, long now) {
        boolean before = fire;
        if (active != before) {
            DoorMode old = modes.inForce();
            change(active ? DoorEventKind.FIRE_ON : DoorEventKind.FIRE_OFF, Cause.FIRE, "", () -> {
                fire = active;
                modes = modes.withFire(active);
            });
            obeyMode(old, Cause.FIRE, now);
        }
        return true;
    }

    private boolean tamper(boolean active) {
        if (active != tamper) {
            DoorEventKind kind = active ? DoorEventKind.TAMPER_ON : DoorEventKind.TAMPER_OFF;
            change(kind, Cause.TAMPER, "", () -> tamper = active);
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
        if (!relayFault) {
            change(DoorEventKind.RELAY_FAILED, cause, "", () -> relayFault = true);
        }
        endPulse(cause, now);
        return true;
    }

    private boolean relayRecovered() {
        if (relayFault) {
            change(DoorEventKind.RELAY_RECOVERED, new Cause(Cause.Origin.RELAY, ""), "", () -> relayFault = false);
        }
        return true;
    }

    private boolean inputFailed(DoorInput input, String why, long now) {
        if (!faultyInputs.contains(input)) {
            change(
                    DoorEventKind.INPUT_FAILED,
                    new Cause(Cause.Origin.SYSTEM, input.name()),
                    why,
                    () -> faultyInputs.add(input));
        }
        return input != DoorInput.FIRE || fire(true, now);
    }

    /** The input's level comes as a signal of its own. */
    private boolean inputRecovered(DoorInput input) {
        if (faultyInputs.contains(input)) {
            change(
                    DoorEventKind.INPUT_RECOVERED,
                    new Cause(Cause.Origin.SYSTEM, input.name()),
                    "",
                    () -> faultyInputs.remove(input));
        }
        return true;
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
