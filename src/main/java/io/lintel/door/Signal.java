package io.lintel.door;

/** Everything that can happen to a door. */
sealed interface Signal {

    /** Let somebody pass once: a grant, or an operator's button. */
    record Unlock(Cause cause) implements Signal {}

    /** The request-to-exit button was pressed. */
    record RequestToExit() implements Signal {}

    record Leaf(boolean open) implements Signal {}

    record Fire(boolean active) implements Signal {}

    record Tamper(boolean active) implements Signal {}

    record Operator(OperatorOrder order, Cause cause) implements Signal {}

    record Schedule(boolean unlocked, Cause cause) implements Signal {}

    record LockDown(boolean on, Cause cause) implements Signal {}

    /** Other times from now on. */
    record Limits(DoorSettings settings) implements Signal {}

    record RelayFailed(String why) implements Signal {}

    record RelayRecovered() implements Signal {}

    record InputFailed(DoorInput input, String why) implements Signal {}

    record InputRecovered(DoorInput input) implements Signal {}

    /**
     * The lock was locked past the rules; they follow.
     *
     * @param kind MAXIMUM_ENFORCED or RULE_FAILED
     */
    record LockedByForce(DoorEventKind kind, String why) implements Signal {}
}
