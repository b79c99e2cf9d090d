package io.lintel.door;

/** The output that moves the lock. Used by one thread at a time. */
public interface Relay extends AutoCloseable {

    /** Where it is, for logs and pages, for example {@code "gpiochip0:17 (GPIO17)"}. */
    String name();

    /**
     * Sets the coil's level; writes even when it believes the level is there already.
     *
     * @throws RelayException if it is not certain that the relay obeyed
     */
    void energise(boolean on);

    /** Takes the power away and gives the line back. Never throws. */
    @Override
    void close();
}
