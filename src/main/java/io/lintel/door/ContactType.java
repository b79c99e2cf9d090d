package io.lintel.door;

/**
 * How a contact rests: with the leaf closed, the button not pressed, no fire, the cover on. Prefer normally-closed for the
 * door sensor, fire and tamper: a cut wire then looks like the event.
 */
public enum ContactType {
    NORMALLY_OPEN,
    NORMALLY_CLOSED;

    /** Whether the contact tells its event: leaf open, button pressed, fire, cover off. */
    public boolean tells(boolean contactClosed) {
        return contactClosed == (this == NORMALLY_OPEN);
    }
}
