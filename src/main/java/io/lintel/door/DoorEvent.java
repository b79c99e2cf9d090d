package io.lintel.door;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that happened at the door. Immutable.
 *
 * @param sequence counts the events of one run of the door from 1, without gaps: a listener that sees one was too slow
 * @param at wall clock, for people; nothing is decided by it
 * @param note what the kind and the cause do not say, for example why a request was refused; may be empty
 */
public record DoorEvent(
        long sequence, Instant at, DoorEventKind kind, DoorView before, DoorView after, Cause cause, String note) {

    /** Alarms that this event raises. */
    public Set<Alarm> raised() {
        return minus(after, before);
    }

    /** Alarms that are over with this event. */
    public Set<Alarm> ended() {
        return minus(before, after);
    }

    private static Set<Alarm> minus(DoorView left, DoorView right) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        alarms.addAll(left.alarms());
        alarms.removeAll(right.alarms());
        return alarms;
    }
}
