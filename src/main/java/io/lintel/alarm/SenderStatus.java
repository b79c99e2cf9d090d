package io.lintel.alarm;

/**
 * How a {@link NotificationSender} is doing. Immutable.
 *
 * @param name where it delivers to
 * @param waiting notices not yet delivered
 * @param delivered since the start
 * @param dropped since the start: the queue was full, or the receiver did not understand
 * @param fault why nothing goes out, or only with trouble; empty when all does
 * @param loss what was given up within the last day; empty when nothing was. A later success does not undo it
 */
public record SenderStatus(String name, int waiting, long delivered, long dropped, String fault, String loss) {

    /** What somebody has to look at; empty when there is nothing. */
    public String trouble() {
        return fault.isEmpty() ? loss : fault;
    }
}
