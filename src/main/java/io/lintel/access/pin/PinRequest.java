package io.lintel.access.pin;

import io.lintel.gallery.PersonId;
import java.util.Set;

/** One visit's request for a PIN. Changed only by its {@link PinEntry}, under its lock. */
public final class PinRequest {

    private final Set<PersonId> persons;
    private String ticket;
    private PinState state;
    private long sinceNanos;
    private boolean checking;

    PinRequest(Set<PersonId> persons, String ticket, int tries, long now) {
        this.persons = Set.copyOf(persons);
        this.ticket = ticket;
        this.state = new PinState.Open(tries);
        this.sinceNanos = now;
    }

    /** One of whom it is; several where they look alike. */
    Set<PersonId> persons() {
        return persons;
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
