package io.lintel.wiring;

/**
 * One part of the box at a glance.
 *
 * @param name such as camera
 * @param text how it is, in a few words
 * @param remedy what to do about it; empty when all is well
 */
public record BoxPart(String name, State state, String text, String remedy) {

    /** How a part is. */
    public enum State {
        GOOD,
        WARNING,
        BAD;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static BoxPart good(String name, String text) {
        return new BoxPart(name, State.GOOD, text, "");
    }

    static BoxPart warning(String name, String text, String remedy) {
        return new BoxPart(name, State.WARNING, text, remedy);
    }

    static BoxPart bad(String name, String text, String remedy) {
        return new BoxPart(name, State.BAD, text, remedy);
    }
}
