package io.lintel.door;

import io.lintel.system.LintelException;

/** A contact that is open or closed. Thread-safe. */
public interface BinaryInput extends AutoCloseable {

    /** Where it is, for logs and pages. */
    String name();

    /**
     * Whether current flows through the contact, as last heard; asks no hardware and never waits.
     *
     * @throws LintelException if it cannot be read
     */
    boolean isClosed();

    /** From now on tells each change to one listener, on a thread of the input; must not block it. */
    void listen(Listener listener);

    /** Gives the line back. Never throws. */
    @Override
    void close();

    /** Hears the contact. */
    interface Listener {

        /** The contact's level, after debouncing; may repeat. */
        void contact(boolean closed);

        /** The contact cannot be read any more; a later {@link #contact} says that it can again. */
        void failed(String why);
    }
}
