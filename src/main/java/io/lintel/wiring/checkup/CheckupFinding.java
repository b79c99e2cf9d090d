package io.lintel.wiring.checkup;

import io.lintel.appliance.ComponentStatus;
import io.lintel.system.LintelException;

/**
 * What is said about one part of the box.
 *
 * @param part the part, such as {@code camera}
 * @param detail one sentence
 * @param remedy what to do; empty when all is well
 */
public record CheckupFinding(String part, State state, String detail, String remedy) {

    public enum State {
        OK,
        /** Lintel runs without it, but does less. */
        NOTE,
        /** Lintel does not do its work. */
        PROBLEM
    }

    public static CheckupFinding ok(String part, String detail) {
        return new CheckupFinding(part, State.OK, detail, "");
    }

    public static CheckupFinding note(String part, String detail, String remedy) {
        return new CheckupFinding(part, State.NOTE, detail, remedy);
    }

    public static CheckupFinding problem(String part, LintelException reason) {
        return new CheckupFinding(part, State.PROBLEM, String.valueOf(reason.getMessage()), reason.remedy());
    }

    /** What the running door says of the same component. @param before set before its text */
    public static CheckupFinding of(ComponentStatus status, String before) {
        State state = switch (status.state()) {
            case GOOD -> State.OK;
            case WARNING -> State.NOTE;
            case BAD -> State.PROBLEM;
        };
        return new CheckupFinding(status.component(), state, before + status.text(), status.remedy());
    }
}
