package io.lintel.access.pin;

import io.lintel.gallery.PersonId;

/** One visit's request for a PIN. Changed only by its {@link PinDesk}, under its lock. */
public final class PinRequest {

    private final PersonId person;
    private String ticket;
    private PinState state;
    private long sinceNanos;
    private boolean checking;

    PinRequest(PersonId person, String ticket, int tries, long now) {
        this.person = person;
        this.ticket = ticket;
        this.state = new PinState.Open(tries);
        this.sinceNanos = now;
    }

    PersonId person() {
        return person;
    }

    String ticket() {
        return ticket;
    }

    PinState state() {
        return state;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    boolean isChecking() {
        return checking;
    }

    void beginCheck() {
        checking = true;
    }

    void answered(PinState next, String nextTicket, long now) {
        checking = false;
        state = next;
        ticket = nextTicket;
        sinceNanos = now;
    }

    void end(PinState last) {
        state = last;
    }
}
