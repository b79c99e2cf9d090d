package io.lintel.access;

/** Where decisions are kept. Used by one thread at a time. */
public interface DecisionRecorder {

    /**
     * Keeps a decision.
     *
     * @return its row number; the row is durable on return and survives a power cut
     * @throws io.lintel.system.LintelException if it cannot be kept
     */
    long record(Decision decision);

    /** A recorded grant was not carried out. @throws io.lintel.system.LintelException if that cannot be kept */
    void doorStayedShut(long row, String why);

    /** @throws io.lintel.system.LintelException if it cannot be kept */
    void record(AccessAlarm alarm);
}
