package io.lintel.alarm;

/** A way to somebody. Used by one thread. */
public interface Transport extends AutoCloseable {

    /** Where to, for logs and pages; without a password. */
    String name();

    /**
     * Delivers, and returns when the other side has taken it; bounded in time.
     *
     * @throws DeliveryException if it has not
     */
    void deliver(Notification notice);

    /**
     * Called now and then while there is nothing to deliver, for those that keep a connection.
     *
     * @throws DeliveryException if the connection is lost and cannot be made again
     */
    default void idle() {}

    /** The door's state is now this; a JSON object. Called by any thread; those that show it do so when {@link #idle} is called next. */
    default void doorState(String json) {}

    /** What is wrong although notices are taken; empty when nothing is. Called by any thread. */
    default String warning() {
        return "";
    }

    @Override
    void close();
}
