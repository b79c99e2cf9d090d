package io.lintel.door;

/**
 * Everything that wants to hold the door. The order of importance is fixed: fire, lock-down, operator, schedule.
 *
 * @param fire the fire input is active, or cannot be read
 * @param scheduled the schedule wants the door unlocked now
 */
public record DoorModes(boolean fire, boolean lockDown, OperatorOrder operator, boolean scheduled) {

    public static final DoorModes NONE = new DoorModes(false, false, OperatorOrder.RELEASE, false);

    /** The one that is in force. */
    public DoorMode inForce() {
        if (fire) {
            return DoorMode.FIRE;
        }
        if (lockDown) {
            return DoorMode.LOCK_DOWN;
        }
        return switch (operator) {
            case LOCK -> DoorMode.OPERATOR_LOCK;
            case UNLOCK -> DoorMode.OPERATOR_UNLOCK;
            case RELEASE -> scheduled ? DoorMode.SCHEDULED_UNLOCK : DoorMode.NORMAL;
        };
    }

    DoorModes withFire(boolean on) {
        return new DoorModes(on, lockDown, operator, scheduled);
    }

    /** A lock-down also ends an operator's unlock: when it is over, the door must not spring open by itself. */
    DoorModes withLockDown(boolean on) {
        OperatorOrder kept = on && operator == OperatorOrder.UNLOCK ? OperatorOrder.RELEASE : operator;
        return new DoorModes(fire, on, kept, scheduled);
    }

    DoorModes withOperator(OperatorOrder order) {
        return new DoorModes(fire, lockDown, order, scheduled);
    }

    DoorModes withScheduled(boolean on) {
        return new DoorModes(fire, lockDown, operator, on);
    }
}
