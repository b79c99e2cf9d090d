package io.lintel.alarm;

import io.lintel.door.DoorEvent;

/** Which of the door's events go out. */
public enum NotificationScope {
    /** Those that raise or end an alarm, and those that say that something went wrong in the program. */
    ALARMS,
    /** All. */
    EVERYTHING;

    boolean covers(DoorEvent event) {
        return this == EVERYTHING
                || !event.raised().isEmpty()
                || !event.ended().isEmpty()
                || switch (event.kind()) {
                    case MAXIMUM_ENFORCED, RULE_FAILED, EVENTS_LOST -> true;
                    default -> false;
                };
    }
}
