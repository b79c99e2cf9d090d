package io.lintel.door;

/**
 * Why something happened at the door.
 *
 * @param detail who or what exactly, for example {@code "decision 4711"}; may be empty
 */
public record Cause(Origin origin, String detail) {

    /** Where a cause comes from. */
    public enum Origin {
        GRANT,
        REX,
        OPERATOR,
        SCHEDULE,
        LOCK_DOWN,
        FIRE_INPUT,
        TAMPER_INPUT,
        DOOR_SENSOR,
        TIMER,
        RELAY,
        GUARD,
        SYSTEM
    }

    static final Cause REX = new Cause(Origin.REX, "");
    static final Cause DOOR_SENSOR = new Cause(Origin.DOOR_SENSOR, "");
    static final Cause FIRE = new Cause(Origin.FIRE_INPUT, "");
    static final Cause TAMPER = new Cause(Origin.TAMPER_INPUT, "");

    static Cause timer(String which) {
        return new Cause(Origin.TIMER, which);
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? origin.name() : origin + " " + detail;
    }
}
