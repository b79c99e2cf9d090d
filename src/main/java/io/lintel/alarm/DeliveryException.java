package io.lintel.alarm;

import io.lintel.system.LintelException;

/** A notice was not taken. */
public final class DeliveryException extends LintelException {

    private static final long serialVersionUID = 1L;

    private final boolean hopeless;

    private DeliveryException(String what, String remedy, boolean hopeless) {
        super(what, remedy);
        this.hopeless = hopeless;
    }

    /** It may be taken later. */
    static DeliveryException later(String what, String remedy) {
        return new DeliveryException(what, remedy, false);
    }

    /** This one will never be taken: the receiver does not understand it. */
    static DeliveryException never(String what, String remedy) {
        return new DeliveryException(what, remedy, true);
    }

    boolean isHopeless() {
        return hopeless;
    }
}
