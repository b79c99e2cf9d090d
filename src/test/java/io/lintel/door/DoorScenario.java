package io.lintel.door;

import io.lintel.door.Cause.Origin;
import io.lintel.system.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A small language to drive a {@link DoorMachine}: each verb is what happens at the door. */
final class DoorScenario {

    final FakeClock clock = FakeClock.closeToOverflow();
    final List<Transition> told = new ArrayList<>();
    /** When each step was told. */
    final Map<Transition, Long> toldAt = new IdentityHashMap<>();

    final DoorMachine machine;

    DoorScenario(DoorSettings settings, DoorModes restored) {
        machine = new DoorMachine(settings, restored, step -> {
            told.add(step);
            toldAt.put(step, clock.nanos());
        });
    }

    static DoorScenario of(DoorSettings settings) {
        DoorScenario scenario = new DoorScenario(settings, DoorModes.NONE);
        scenario.machine.start(false, scenario.clock.nanos());
        return scenario;
    }

    static DoorScenario ofDefaults() {
        return of(DoorSettingsFixture.USUAL);
    }

    boolean grant() {
        return signal(new Signal.Unlock(new Cause(Origin.GRANT, "decision 1")));
    }

    boolean openOnce() {
        return signal(new Signal.Unlock(new Cause(Origin.OPERATOR, "ada")));
    }

    boolean rex() {
        return signal(new Signal.RequestToExit());
    }

    boolean leafOpens() {
        return signal(new Signal.Leaf(true));
    }

    boolean leafCloses() {
        return signal(new Signal.Leaf(false));
    }

    boolean fire(boolean active) {
        return signal(new Signal.Fire(active));
    }

    boolean tamper(boolean active) {
        return signal(new Signal.Tamper(active));
    }

    boolean order(OperatorOrder order) {
        return signal(new Signal.Operator(order, new Cause(Origin.OPERATOR, "ada")));
    }

    boolean schedule(boolean unlocked) {
        return signal(new Signal.Schedule(unlocked, new Cause(Origin.SCHEDULE, "office hours")));
    }

    boolean lockDown(boolean on) {
        return signal(new Signal.LockDown(on, new Cause(Origin.LOCK_DOWN, "ada")));
    }

    boolean relayFails() {
        return signal(new Signal.RelayFailed("no such device"));
    }

    boolean fails(DoorInput input) {
        return signal(new Signal.InputFailed(input, "no such device"));
    }

    boolean signal(Signal signal) {
        return machine.handle(signal, clock.nanos());
    }

    /** Lets time pass the way the door thread does: from deadline to deadline. */
    void passes(Duration time) {
        long end = clock.nanos() + time.toNanos();
        while (machine.deadline(clock.nanos()).isPresent()
                && machine.deadline(clock.nanos()).getAsLong() - end <= 0) {
            long wait = machine.deadline(clock.nanos()).getAsLong() - clock.nanos();
            clock.advance(Duration.ofNanos(Math.max(0, wait)));
            machine.advance(clock.nanos());
        }
        clock.advance(Duration.ofNanos(end - clock.nanos()));
        machine.advance(clock.nanos());
    }

    DoorState state() {
        return machine.view().state();
    }

    DoorMode mode() {
        return machine.view().mode();
    }

    boolean released() {
        return machine.released();
    }

    List<DoorEventKind> kinds() {
        return told.stream().map(Transition::kind).toList();
    }

    Transition last() {
        return told.getLast();
    }
}
