package io.lintel.appliance;

import java.util.Optional;

/**
 * One part of the running product. {@link Appliance} starts and stops it, from one thread at a time; {@link #isResponsive} and {@link #status} come from
 * any thread, before the start and after the stop too.
 */
public interface Component {

    /** When a component starts. */
    enum StartPhase {
        /** While the framework still starts, before the pages listen: whatever they need or lack, the door is safe. */
        BEFORE_PAGES,
        /** Once the pages listen. */
        WITH_PAGES,
        /** As soon as what it needs (database, models) is there: tried again until then. */
        WHEN_POSSIBLE
    }

    /** One lower-case word for logs, health checks and pages. */
    String name();

    StartPhase startPhase();

    /**
     * Starts it.
     *
     * @throws io.lintel.system.LintelException if it cannot; {@link #stop} is called then, and {@code start} perhaps again
     */
    void start();

    /** Ends it and frees what it holds; what was never started, or in part only, has nothing to end. */
    void stop();

    /**
     * Whether its threads answer. An error is an answer: a camera that is lost, a disk that is full, a relay that does not obey
     * would not be mended by starting the program again (decision 0110).
     */
    default boolean isResponsive() {
        return true;
    }

    /** How it is; empty if there is nothing to say, such as of a second camera that is not set. Asked once it has started. */
    Optional<ComponentStatus> status();
}
