package io.lintel.access.challenge;

import java.util.Locale;

/** What somebody before the camera is asked to do. Left and right are the person's own. */
public enum Instruction {
    LEFT,
    RIGHT,
    /** Close the eyes for a moment, longer than a blink, which happens by itself. */
    BLINK,
    CLOSER;

    /** How it is written in logs and for the door screen. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTurn() {
        return this == LEFT || this == RIGHT;
    }
}
