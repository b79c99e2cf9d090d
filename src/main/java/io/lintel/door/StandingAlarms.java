package io.lintel.door;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stays wrong until it is over, beside lock and leaf: fire, tamper, and inputs and relay that do not work. Each is reported when
 * it starts and when it ends, once. Not thread-safe.
 */
final class StandingAlarms {

    /** Makes a change of the door known to those who listen. */
    interface Changes {
        void change(DoorEventKind kind, Cause cause, String note, Runnable change);
    }

    private final Changes out;
    private final Set<Alarm> standing = EnumSet.noneOf(Alarm.class);
    private final Set<DoorInput> faultyInputs = EnumSet.noneOf(DoorInput.class);

    StandingAlarms(Changes out) {
        this.out = out;
    }

    /** All that stand, and the leaf's own. */
    Set<Alarm> with(@Nullable Alarm ofLeaf) {
        Set<Alarm> all = EnumSet.copyOf(standing);
        if (ofLeaf != null) {
            all.add(ofLeaf);
        }
        return all;
    }

    /** @param mode what else changes with it @return whether anything changed */
    boolean fire(boolean active, Runnable mode) {
        if (active == standing.contains(Alarm.FIRE)) {
            return false;
        }
        out.change(active ? DoorEventKind.FIRE_ON : DoorEventKind.FIRE_OFF, Cause.FIRE, "", () -> {
            set(Alarm.FIRE, active);
            mode.run();
        });
        return true;
    }

    boolean tamper(boolean active) {
        if (active != standing.contains(Alarm.TAMPER)) {
            DoorEventKind kind = active ? DoorEventKind.TAMPER_ON : DoorEventKind.TAMPER_OFF;
            out.change(kind, Cause.TAMPER, "", () -> set(Alarm.TAMPER, active));
        }
        return true;
    }

    void relayFailed(Cause cause) {
        if (!standing.contains(Alarm.RELAY_FAULT)) {
            out.change(DoorEventKind.RELAY_FAILED, cause, "", () -> set(Alarm.RELAY_FAULT, true));
        }
    }

    boolean relayRecovered() {
        if (standing.contains(Alarm.RELAY_FAULT)) {
            Cause cause = new Cause(Cause.Origin.RELAY, "");
            out.change(DoorEventKind.RELAY_RECOVERED, cause, "", () -> set(Alarm.RELAY_FAULT, false));
        }
        return true;
    }

    void inputFailed(DoorInput input, String why) {
        if (!faultyInputs.contains(input)) {
            out.change(DoorEventKind.INPUT_FAILED, cause(input), why, () -> {
                faultyInputs.add(input);
                set(Alarm.INPUT_FAULT, true);
            });
        }
    }

    /** The input's level comes as a signal of its own. */
    boolean inputRecovered(DoorInput input) {
        if (faultyInputs.contains(input)) {
            out.change(DoorEventKind.INPUT_RECOVERED, cause(input), "", () -> {
                faultyInputs.remove(input);
                set(Alarm.INPUT_FAULT, !faultyInputs.isEmpty());
            });
        }
        return true;
    }

    private static Cause cause(DoorInput input) {
        return new Cause(Cause.Origin.SYSTEM, input.name());
    }

    private void set(Alarm alarm, boolean stands) {
        if (stands) {
            standing.add(alarm);
        } else {
            standing.remove(alarm);
        }
    }
}
