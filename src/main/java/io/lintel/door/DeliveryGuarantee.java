package io.lintel.door;

/** What happens to the events of a {@link DoorListener} that is slow or throws. */
public enum DeliveryGuarantee {
    /**
     * For the audit log. An event that the listener throws at is given again, with a growing pause, until it is taken, so
     * the listener may see one twice and can tell by its sequence. When its queue is nearly full the door refuses grants,
     * which keeps the rest of the queue for what cannot be refused: request-to-exit, fire and the door sensor.
     */
    ESSENTIAL,
    /** For metrics, pages and messages: an event that the listener throws at is logged and left. */
    BEST_EFFORT
}
