package io.lintel.cli;

import io.lintel.system.LintelException;

/**
 * What {@code lintel doctor} says about one part of the box.
 *
 * @param part the part, such as {@code camera}
 * @param detail one sentence
 * @param remedy what to do; empty when all is well
 */
record Finding(String part, State state, String detail, String remedy) {

    enum State {
        OK,
        /** Lintel runs without it, but does less. */
        NOTE,
        /** Lintel does not do its work. */
        PROBLEM
    }

    static Finding ok(String part, String detail) {
        return new Finding(part, State.OK, detail, "");
    }

    static Finding note(String part, String detail, String remedy) {
        return new Finding(part, State.NOTE, detail, remedy);
    }

    static Finding problem(String part, LintelException reason) {
        return new Finding(part, State.PROBLEM, String.valueOf(reason.getMessage()), reason.remedy());
    }
}
