package io.lintel.service;

import io.lintel.door.Door;
import io.lintel.door.DoorMode;
import io.lintel.door.DoorStatus;
import io.lintel.door.OperatorOrder;
import io.lintel.system.LintelException;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives people's orders to the door. Each is in the audit log by the door's own events, refusals too. Thread-safe. */
public final class DoorService {

    private final Supplier<Optional<Door>> door;

    /** @param door empty while this program does not serve one */
    public DoorService(Supplier<Optional<Door>> door) {
        this.door = door;
    }

    /** How the door is; empty while this program does not serve one. */
    public Optional<DoorStatus> status() {
        return door.get().map(Door::status);
    }

    /**
     * Gives an order and waits for the door's answer.
     *
     * @param actor for the audit log
     * @return what was done, in one sentence
     * @throws LintelException if the door refused; says why
     */
    public String give(String actor, DoorOrder order) {
        Door running = door.get()
                .orElseThrow(() -> new LintelException(
                        "the door is not running", "start it with 'lintel serve', or look at its log"));
        boolean done = switch (order) {
            case OPEN -> running.openOnce(actor);
            case TEST -> running.openOnce(actor + " (relay test)");
            case UNLOCK -> running.order(OperatorOrder.UNLOCK, actor);
            case LOCK -> running.order(OperatorOrder.LOCK, actor);
            case RELEASE -> running.order(OperatorOrder.RELEASE, actor);
            case LOCK_DOWN -> running.lockDown(true, actor);
            case END_LOCK_DOWN -> running.lockDown(false, actor);
        };
        if (!done) {
            throw refused(order, running.status());
        }
        return switch (order) {
            case OPEN -> "The door is unlocked for a moment";
            case TEST -> "The relay (" + running.status().relay() + ") has taken the command: it should have clicked";
            case UNLOCK -> "The door stays unlocked until you end it";
            case LOCK -> "The door stays locked; nobody is let in until you end it";
            case RELEASE -> "The door is back to automatic";
            case LOCK_DOWN -> "Lock-down: nobody is let in until you end it";
            case END_LOCK_DOWN -> "The lock-down has ended";
        };
    }

    private static LintelException refused(DoorOrder order, DoorStatus status) {
        String what = "the door refuses '" + order.word() + "'";
        if (!status.alive()) {
            return new LintelException(what + ": its thread does not answer", "look at the log; start Lintel again");
        }
        if (!status.relayFault().isEmpty()) {
            return new LintelException(
                    what + ": the relay does not obey: " + status.relayFault(),
                    "check the relay's wiring and settings");
        }
        DoorMode mode = status.door().mode();
        return switch (mode) {
            case LOCK_DOWN -> new LintelException(what + " during a lock-down", "end the lock-down first");
            case OPERATOR_LOCK ->
                new LintelException(what + ": it is kept locked by order", "set it back to automatic first");
            case FIRE ->
                new LintelException(
                        what + " while the fire input is active", "the door is unlocked as long as that lasts");
            default -> new LintelException(what + " in its present state", "look at the log for the reason");
        };
    }
}
